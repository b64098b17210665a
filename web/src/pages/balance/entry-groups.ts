import type { PointEntryFieldsFragment } from '../../api/generated/types.ts';

export type Entry = PointEntryFieldsFragment;

/** Entries that are told in one line: one movement, or the minutes of one session in a row. */
export interface EntryGroup {
  /** The id of the oldest of them, so that a group stays itself when newer minutes join it. */
  readonly key: string;
  readonly entries: readonly [Entry, ...Entry[]];
  readonly amount: number;
  readonly balanceAfter: number;
}

/** Newest first, as given; consecutive minutes of the same transcript become one group. */
export function groupEntries(entries: readonly Entry[]): readonly EntryGroup[] {
  const runs: [Entry, ...Entry[]][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run !== undefined && isSameSession(run[0], entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.map((run) => ({
    key: run.at(-1)?.id ?? run[0].id,
    entries: run,
    amount: run.reduce((sum, { amount }) => sum + amount, 0),
    balanceAfter: run[0].balanceAfter,
  }));
}

/** The title inside a reason's words, where it stands between quotation marks. */
export function titleIn(reason: string): string | undefined {
  return /《([\s\S]+)》|“([\s\S]+)”/
    .exec(reason)
    ?.slice(1)
    .find((part) => part !== undefined);
}

function isSameSession(a: Entry, b: Entry): boolean {
  return a.kind === 'TRANSCRIPTION' && b.kind === 'TRANSCRIPTION' && a.subjectId === b.subjectId;
}
