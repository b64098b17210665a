import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import { CurrentSessionDocument, LogOutDocument } from '../api/generated/session.ts';
import type { CurrentSessionQuery } from '../api/generated/types.ts';
import { request, socket, unauthenticatedCount } from '../api/server.ts';
import { sessionEndedCloseCode } from '../api/socket.ts';
import { showTimesIn } from '../text/format.ts';
import { isSomebodyElse } from './identity.ts';

export type SignedInMember = NonNullable<CurrentSessionQuery['me']>;
export type ServiceInfo = CurrentSessionQuery['serviceInfo'];

export type Session =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'anonymous'; readonly service: ServiceInfo }
  | { readonly kind: 'member'; readonly service: ServiceInfo; readonly member: SignedInMember };

const current = signal<Session>({ kind: 'unknown' });
/** Other tabs of this browser share its cookies: each tells the others when it finds somebody else. */
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('scribecast.session') : undefined;

/** Who is signed in here. Pages behind a guard may read the member from it; `refreshSession` asks again. */
export const session: ReadonlySignal<Session> = current;

/** Asks the server who is signed in; call it after logging in or out and after the profile changed. */
export async function refreshSession(): Promise<void> {
  try {
    const { me, serviceInfo: service } = await request(CurrentSessionDocument);
    showTimesIn(me?.timeZone);
    const next: Session =
      me === null ? { kind: 'anonymous', service } : { kind: 'member', member: me, service };
    // The server knows a line by the cookies it was opened with: somebody else needs a new one.
    const isNews = isSomebodyElse(current.peek(), next);
    if (isNews) socket.reconnect();
    current.value = next;
    if (isNews) tabs?.postMessage('somebody else');
  } catch (error) {
    // A page that is in use stays in use: only one that shows nothing yet has to say so.
    if (current.peek().kind === 'unknown' || current.peek().kind === 'failed') {
      current.value = { kind: 'failed', error };
    }
  }
}

/** The server is of another version than this page: loading it again brings the new one. */
export const isOutdated: ReadonlySignal<boolean> = computed(() => {
  const now = current.value;
  return 'service' in now && now.service.version !== __VERSION__;
});

export async function logOut(): Promise<void> {
  await request(LogOutDocument);
  await refreshSession();
}

/**
 * Starts looking, and looks again whenever the server says that the session is over, when another tab has found
 * somebody else, and when the line is back: the server may have been started anew meanwhile. Call it once.
 */
export function watchSession(): void {
  void refreshSession();
  let refusalsSeen = unauthenticatedCount.peek();
  effect(() => {
    if (unauthenticatedCount.value === refusalsSeen) return;
    refusalsSeen = unauthenticatedCount.value;
    void refreshSession();
  });
  effect(() => {
    if (socket.state.value.closeCode === sessionEndedCloseCode) void refreshSession();
  });
  tabs?.addEventListener('message', () => void refreshSession());
  let wasOffline = false;
  effect(() => {
    const { phase } = socket.state.value;
    if (phase === 'open' && wasOffline) void refreshSession();
    if (phase === 'open' || phase === 'offline') wasOffline = phase === 'offline';
  });
}
