import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { leavingText } from '../text/leaving.text.ts';
import { shellText } from '../text/shell.text.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { messageOf } from '../ui/states.tsx';
import { showToast } from '../ui/toasts.tsx';
import type { KeptHere } from './forget-device.ts';
import { memberId } from './identity.ts';
import { logOut, session } from './session.ts';

const LogOutQuestion = lazyPart({
  load: async () => (await import('./log-out-question.tsx')).LogOutQuestion,
  texts: [leavingText],
});

/** Logs out, and clears what the device keeps of the member; it asks first where that would be a loss. */
export function LogOutButton(): JSX.Element {
  const t = shellText();
  const { route } = useLocation();
  const asking = useSignal<KeptHere | null>(null);
  const leave = async (): Promise<void> => {
    asking.value = null;
    try {
      // First, so that no page that asks for a member is there when nobody is one any more.
      route('/');
      await logOut();
      showToast({ text: t.loggedOut });
      await (await import('./forget-device.ts')).forgetHere();
    } catch (error) {
      showToast({ text: messageOf(error) });
    }
  };
  const ask = async (): Promise<void> => {
    const kept = await import('./forget-device.ts')
      .then(({ keptHere }) => keptHere(memberId(session.peek())))
      .catch(() => null);
    if (kept === null || (kept.notes === 0 && !kept.isUnsent)) await leave();
    else asking.value = kept;
  };
  return (
    <>
      <button type="button" onClick={() => void ask()}>
        {t.menu.logOut}
      </button>
      {asking.value !== null && (
        <LogOutQuestion
          kept={asking.value}
          onConfirm={() => void leave()}
          onClose={() => (asking.value = null)}
        />
      )}
    </>
  );
}
