import { clear, createStore, keys } from 'idb-keyval';

/** What this device keeps that somebody who logs out should know of. */
export interface KeptHere {
  /** Transcripts with reading notes: they are nowhere else. */
  readonly notes: number;
  /** Something of this member waits to be sent. */
  readonly isUnsent: boolean;
}

/** The stores of what a member has looked at or prepared; the one of what is unsent is not among them. */
const forgotten = [
  ['scribecast-briefs', 'copies'],
  ['scribecast-scripts', 'scripts'],
  ['scribecast-notes', 'transcripts'],
] as const;
const forgottenKeys = /^scribecast\.(?:crewRead|speakers|place|notes|mark|left|read)[./]/;

/** Looks at what is kept; a device that keeps nothing has nothing. */
export async function keptHere(memberId: string): Promise<KeptHere> {
  const [notes, waiting] = await Promise.all([
    keys(createStore('scribecast-notes', 'transcripts')).catch(() => []),
    keys<string>(createStore('scribecast-outbox', 'entries')).catch(() => []),
  ]);
  return { notes: notes.length, isUnsent: waiting.some((key) => key.includes(`/${memberId}/`)) };
}

/** Clears what the device keeps of whoever logs out. What is unsent stays, under its writer's own name. */
export async function forgetHere(): Promise<void> {
  await Promise.allSettled(forgotten.map(([database, name]) => clear(createStore(database, name))));
  try {
    for (const key of Object.keys(localStorage)) if (forgottenKeys.test(key)) localStorage.removeItem(key);
  } catch {
    // Storage may be forbidden: then there is nothing in it.
  }
}
