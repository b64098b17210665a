import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';

import { warnBeforeLeaving } from '../../live/leave-warning.ts';
import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface LeaveGuardProps {
  readonly isActive: boolean;
  readonly title?: string;
  /** What would be lost. */
  readonly text: string;
  readonly action?: string;
  /** Called when the reader goes all the same. */
  readonly onLeave?: () => void;
}

/** Asks before a link or a closed tab takes something away that is not saved. */
export function LeaveGuard({ isActive, title, text, action, onLeave }: LeaveGuardProps): JSX.Element {
  const t = staffText().leave;
  const { route } = useLocation();
  const wanted = useSignal<string | undefined>(undefined);
  useEffect(() => {
    if (!isActive) return;
    const catchLink = (event: MouseEvent): void => {
      const path = inAppPath(event);
      if (path === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      wanted.value = path;
    };
    // In the capture phase, and so before the router hears of it.
    document.addEventListener('click', catchLink, { capture: true });
    const stop = warnBeforeLeaving(window, { isUnsent: () => true, isUnprotected: () => true });
    return () => {
      document.removeEventListener('click', catchLink, { capture: true });
      stop();
    };
  }, [isActive]);
  const stay = (): void => void (wanted.value = undefined);
  const go = (): void => {
    const path = wanted.peek() ?? '/staff';
    stay();
    onLeave?.();
    route(path);
  };
  const actions = (
    <>
      <Button autofocus look="primary" onClick={stay}>
        {t.stay}
      </Button>
      <Button look="danger" onClick={go}>
        {action ?? t.go}
      </Button>
    </>
  );
  return (
    <Dialog isOpen={wanted.value !== undefined} title={title ?? t.title} onClose={stay} actions={actions}>
      <p>{text}</p>
    </Dialog>
  );
}

/** Where a plain click on a link of this app would lead; undefined for everything else. */
function inAppPath(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.origin !== location.origin || link.target !== '' || link.download !== '')
    return undefined;
  if (link.getAttribute('href')?.startsWith('#') !== false) return undefined;
  return link.href.slice(location.origin.length);
}
