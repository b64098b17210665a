import './states.css';

import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';

import type { LiveConnection } from '../live/live-transcript.ts';
import { commonText } from '../text/common.text.ts';
import { isOnline, nowMs } from './network.ts';

/** Persistent, never modal, and it covers nothing. Mount it once, at the end of the page. */
export function OfflineBar(): JSX.Element {
  return (
    <div role="status">{!isOnline.value && <p class="offline-bar small">{commonText().offlineBar}</p>}</div>
  );
}

/** How the live line stands, in words beside the colour. Not announced each second: the page says what matters. */
export function ConnectionLamp({
  connection,
}: {
  readonly connection: ReadonlySignal<LiveConnection>;
}): JSX.Element {
  return (
    <span class="lamp tabular" data-kind={connection.value.kind}>
      <span class="dot" aria-hidden="true" />
      {wordsFor(connection.value)}
    </span>
  );
}

function wordsFor(connection: LiveConnection): string {
  const t = commonText().connection;
  switch (connection.kind) {
    case 'quiet':
      return t.quiet(nowMs.value - connection.sinceMs);
    case 'offline':
      return t.offline(nowMs.value - connection.sinceMs);
    default:
      return t[connection.kind];
  }
}
