import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { loginLink } from '../../app/return-link.ts';
import type { Outbox, SaveState } from '../../live/outbox.ts';
import { roomText } from '../../text/room.text.ts';
import { LinkButton } from '../../ui/button.tsx';

/** Where what was typed is now, in words beside the colour. */
export function SaveLamp({ outbox }: { readonly outbox: Outbox }): JSX.Element {
  const t = roomText();
  const { url } = useLocation();
  const state = outbox.saveState.value;
  return (
    <>
      <span class="lamp tabular save-lamp" data-kind={lampKind(state)} role="status">
        <span class="dot" aria-hidden="true" />
        {wordsFor(state)}
      </span>
      {state.isUnprotected && <span class="small">{t.unprotected}</span>}
      {state.kind === 'signedOut' && <LinkButton href={loginLink(url)}>{t.logIn}</LinkButton>}
    </>
  );
}

/** The colours of the connection lamp: green, amber, red. */
function lampKind({ kind }: SaveState): string {
  if (kind === 'saved') return 'live';
  return kind === 'saving' ? 'catchingUp' : 'offline';
}

function wordsFor({ kind, unsentCount }: SaveState): string {
  const words = roomText().save;
  return kind === 'saved' ? words.saved : words[kind](unsentCount);
}
