import { createStore, delMany, get, set } from 'idb-keyval';

import type { CopyStore, KeptCopy } from './brief-book.ts';
import type { ScriptStore } from './script/script-cue.ts';

/** A dictionary's copy in IndexedDB; `scope` keeps dictionaries apart, and members who share a device. */
export function createCopyStore(scope: string): CopyStore {
  const store = createStore('scribecast-briefs', 'copies');
  return {
    load: () => get<KeptCopy>(scope, store),
    keep: (copy) => set(scope, copy, store),
  };
}

/** A room's script in IndexedDB. */
export function createScriptStore(transcriptId: string): ScriptStore {
  const store = createStore('scribecast-scripts', 'scripts');
  const keyOf = (key: string): string => `${transcriptId}/${key}`;
  return {
    read: (key) => get(keyOf(key), store),
    keep: (key, value) => set(keyOf(key), value, store),
    drop: () => delMany([keyOf('lines'), keyOf('place')], store),
  };
}
