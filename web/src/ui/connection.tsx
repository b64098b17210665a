import './states.css';

import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';

import type { LiveConnection } from '../live/live-transcript.ts';
import { commonText } from '../text/common.text.ts';
import { formatDuration } from '../text/format.ts';
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
      return wordsForOutage(connection.sinceMs);
    default:
      return t[connection.kind];
  }
}

/** A short one is over before anybody wonders; of a long one the reader wants to hear that it is still tried. */
const longOutageMs = 60_000;

function wordsForOutage(sinceMs: number): string {
  const t = commonText().connection;
  const lasted = nowMs.value - sinceMs;
  return lasted < longOutageMs ? t.offline(lasted) : t.noConnection(formatDuration(lasted));
}
