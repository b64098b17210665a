import { signal, type ReadonlySignal } from '@preact/signals';

import { createUuid7 } from '../live/uuid7.ts';
import { language } from '../text/text.ts';
import { createRequest, type Request } from './client.ts';
import { createSocket, type LiveSocket } from './socket.ts';

const refusals = signal(0);

/** Rises each time the server says that nobody is signed in: the session looks again. */
export const unauthenticatedCount: ReadonlySignal<number> = refusals;

/**
 * What a reader in another site's frame has instead of cookies, which may be missing there: set by
 * reader/frame-token.ts, empty everywhere else.
 */
export const frame: { proof?: { readonly authorization: string }; keep?: (token: string) => void } = {};

/** The page's one way to the server over HTTP. */
export const request: Request = createRequest({
  url: '/graphql',
  language: () => language.peek(),
  proof: () => frame.proof,
  onUnauthenticated: () => (refusals.value += 1),
});

/** The page's one socket; nothing is opened before the first subscription. */
export const socket: LiveSocket = createSocket({
  url: `${globalThis.location.origin.replace(/^http/, 'ws')}/graphql`,
  language: () => language.peek(),
  proof: () => frame.proof,
  now: () => Date.now(),
});

/** Makes ids for what this page creates, so that a retry is never a second one. */
export const newId: () => string = createUuid7({
  now: () => Date.now(),
  fillRandom: (bytes) => crypto.getRandomValues(bytes),
});
