import { expect, test } from '@jest/globals';
import { signal } from '@preact/signals';

import type { SaveState } from '../../live/outbox.ts';
import { whenSaved } from './when-saved.ts';

const state = (kind: SaveState['kind'], unsentCount: number): SaveState => ({
  kind,
  unsentCount,
  message: '',
  isUnprotected: false,
  fault: null,
});
const never = new AbortController().signal;

test('what is saved already needs no waiting', async () => {
  await expect(whenSaved({ saveState: signal(state('saved', 0)) }, never)).resolves.toBe(true);
});

test('an outage is waited for', async () => {
  const saveState = signal(state('offline', 2));
  const waiting = whenSaved({ saveState }, never);
  saveState.value = state('saving', 1);
  saveState.value = state('saved', 0);
  await expect(waiting).resolves.toBe(true);
});

test('a conflict is not waited for: it needs the writer', async () => {
  const saveState = signal(state('saving', 2));
  const waiting = whenSaved({ saveState }, never);
  saveState.value = state('conflict', 1);
  await expect(waiting).resolves.toBe(false);
});

test('the writer may call it off', async () => {
  const caller = new AbortController();
  const waiting = whenSaved({ saveState: signal(state('offline', 2)) }, caller.signal);
  caller.abort();
  await expect(waiting).resolves.toBe(false);
});
