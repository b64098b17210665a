import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { session } from '../../app/session.ts';
import { loginLink } from '../../app/return-link.ts';
import type { Outbox, SaveState } from '../../live/outbox.ts';
import { lineText } from '../../text/line.text.ts';
import { LinkButton } from '../../ui/button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';

/** Rare, and only of use where it shows. */
const UnsentRescue = lazyPart({
  load: async () => (await import('./line/unsent-rescue.tsx')).UnsentRescue,
});

/** Where what was typed is now, in words beside the colour. */
export function SaveLamp({ outbox }: { readonly outbox: Outbox }): JSX.Element {
  const t = lineText();
  const { url } = useLocation();
  const state = outbox.saveState.value;
  return (
    <>
      <span class="lamp tabular save-lamp" data-kind={lampKind(state)} role="status">
        <span class="dot" aria-hidden="true" />
        {saveWords(outbox)}
      </span>
      {state.fault !== null && <UnsentRescue outbox={outbox} fault={state.fault} />}
      {state.kind === 'signedOut' && (
        <span class="notice warn row small save-notice" role="status">
          {session.value.kind === 'member' ? t.somebodyElse : t.signedOut}
          <LinkButton href="/login" target="_blank">
            {t.logInElsewhere}
          </LinkButton>
          <LinkButton href={loginLink(url)}>{t.logInHere}</LinkButton>
        </span>
      )}
    </>
  );
}

/** The colours of the connection lamp: green, amber, red. */
function lampKind({ kind }: SaveState): string {
  if (kind === 'saved') return 'live';
  return kind === 'saving' ? 'catchingUp' : 'offline';
}

/** How saving stands, in a few words or in a sentence. Only what is unsent is counted, so that a key renders nothing. */
export function saveWords(outbox: Outbox, isSentence = false): string {
  const t = lineText();
  const { kind, fault } = outbox.saveState.value;
  if (isSentence && fault !== null) return t.fault[fault];
  if (kind === 'saved') return isSentence ? t.savedNow : t.save.saved();
  const count = outbox.unsentCharacters.value;
  return kind === 'offline' && fault !== null ? t.unkept(count) : t.save[kind](count);
}
