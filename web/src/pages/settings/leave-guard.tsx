import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';

import { settingsText } from '../../text/settings.text.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';

/** Asks before a link, or closing the page, throws away what was filled in and not saved. */
export function LeaveGuard({ isDirty }: { readonly isDirty: boolean }): JSX.Element {
  const t = settingsText().leave;
  const { route } = useLocation();
  const target = useSignal<string | undefined>(undefined);
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    const hold = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || !isPlainVisit(event, link)) return;
      event.preventDefault();
      event.stopPropagation();
      target.value = link.pathname + link.search + link.hash;
    };
    addEventListener('beforeunload', warn);
    // Before the router hears of it.
    document.addEventListener('click', hold, true);
    return () => {
      removeEventListener('beforeunload', warn);
      document.removeEventListener('click', hold, true);
    };
  }, [isDirty]);
  return (
    <ConfirmDialog
      isOpen={target.value !== undefined}
      title={t.title}
      action={t.leave}
      isDangerous
      onConfirm={() => {
        const wanted = target.peek();
        target.value = undefined;
        if (wanted !== undefined) route(wanted);
      }}
      onClose={() => (target.value = undefined)}
    >
      <p>{t.text}</p>
    </ConfirmDialog>
  );
}

/** A click that would leave this page in this tab; the part of the page that a skip link names is no other page. */
function isPlainVisit(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const hasModifier = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const isHere = link.pathname === location.pathname;
  return (
    event.button === 0 &&
    !hasModifier &&
    link.target !== '_blank' &&
    link.origin === location.origin &&
    !isHere
  );
}
