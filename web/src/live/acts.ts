import { signal, type ReadonlySignal } from '@preact/signals';

/** What a writer did, in the words of the one who would take it back. */
export type ActKind =
  'append' | 'revise' | 'check' | 'remove' | 'split' | 'merge' | 'many' | 'rename' | 'restore' | 'version';

/** The numbers of the log that an act took. */
export interface Taken {
  readonly fromSeq: number;
  readonly toSeq: number;
}

/** Something done that can be taken back. */
export interface Act {
  readonly id: string;
  readonly kind: ActKind;
  /** Acknowledged so far, oldest first. */
  readonly taken: readonly Taken[];
  /** The segment that it is about, if it is one. */
  readonly segmentId: string | null;
  /** Whether taking it back means that the segment goes. */
  readonly isAddition: boolean;
}

/** What is to be sent to take an act back, and what that itself is called, so that it can be done anew. */
export interface TakingBack {
  readonly actId: string;
  readonly ofId: string;
  readonly kind: ActKind;
  /** The segment that goes, and the one that comes, before the feed says so. */
  readonly hides: string | null;
  readonly shows: string | null;
  readonly isRedo: boolean;
}

export interface ActsKept {
  readonly undo: readonly Act[];
  readonly redo: readonly Act[];
  /** Under way: their numbers are needed until they are taken back. */
  readonly leaving: readonly Act[];
}

/** One writer's acts: what undo and redo would take back next. */
export interface Acts {
  readonly kept: ReadonlySignal<ActsKept>;
  /** Something is done: what was undone before cannot be done anew any more. The same id again is the same act. */
  readonly begin: (act: Pick<Act, 'id' | 'kind'> & Partial<Pick<Act, 'segmentId' | 'isAddition'>>) => void;
  /** Numbers were acknowledged; the same again, because an answer was lost, are the same. */
  readonly took: (
    actId: string,
    taken: { readonly fromSeq: number | null; readonly toSeq: number | null },
  ) => void;
  /** It came to nothing. */
  readonly forget: (actId: string) => void;
  /** The newest act leaves its stack, and its reversal, called `newId`, comes on the other. Null: there is none. */
  readonly takeBack: (from: 'undo' | 'redo', newId: string) => TakingBack | null;
  readonly takenBy: (actId: string) => readonly Taken[];
  /** It is taken back: nobody needs its numbers any more. */
  readonly left: (actId: string) => void;
  readonly restore: (kept: ActsKept) => void;
}

/** How many acts are remembered. */
const actsMax = 200;

/** Remembers acts by their numbers; `changed` is told what to keep over a reload, null for nothing. */
export function createActs(changed: (kept: ActsKept | null) => void): Acts {
  const kept = signal<ActsKept>({ undo: [], redo: [], leaving: [] });
  const put = (next: ActsKept): void => {
    const last = kept.peek();
    kept.value = next;
    // While nothing is being taken back, a reload may forget: nothing on its way depends on it.
    if (next.leaving.length > 0) changed(next);
    else if (last.leaving.length > 0) changed(null);
  };
  const each = (change: (acts: readonly Act[]) => readonly Act[]): void => {
    const { undo, redo, leaving } = kept.peek();
    put({ undo: change(undo), redo: change(redo), leaving: change(leaving) });
  };
  return {
    kept,
    begin: ({ segmentId = null, isAddition = false, ...act }) => {
      const { undo, leaving } = kept.peek();
      if (undo.at(-1)?.id === act.id) return;
      const begun = { ...act, segmentId, isAddition, taken: [] };
      put({ undo: [...undo, begun].slice(-actsMax), redo: [], leaving });
    },
    took: (actId, { fromSeq, toSeq }) => {
      if (fromSeq === null || toSeq === null) return;
      each((acts) =>
        acts.map((act) =>
          act.id === actId ? { ...act, taken: withTaken(act.taken, { fromSeq, toSeq }) } : act,
        ),
      );
    },
    forget: (actId) => each((acts) => acts.filter(({ id }) => id !== actId)),
    takeBack: (from, newId) => {
      const { leaving, ...stacks } = kept.peek();
      const act = stacks[from].at(-1);
      if (act === undefined) return null;
      const to = from === 'undo' ? 'redo' : 'undo';
      const reversal: Act = { ...act, id: newId, taken: [], isAddition: !act.isAddition };
      const moved = { ...stacks, [from]: stacks[from].slice(0, -1), [to]: [...stacks[to], reversal] };
      put({ ...moved, leaving: [...leaving, act] });
      const hides = act.isAddition ? act.segmentId : null;
      const shows = act.isAddition ? null : act.segmentId;
      return { actId: newId, ofId: act.id, kind: act.kind, hides, shows, isRedo: from === 'redo' };
    },
    takenBy: (actId) => kept.peek().leaving.find(({ id }) => id === actId)?.taken ?? [],
    left: (actId) => {
      const { leaving, ...stacks } = kept.peek();
      put({ ...stacks, leaving: leaving.filter(({ id }) => id !== actId) });
    },
    restore: ({ undo, redo, leaving }) => {
      const now = kept.peek();
      put({
        undo: [...undo, ...now.undo],
        redo: now.undo.length > 0 ? [] : redo,
        leaving: [...leaving, ...now.leaving],
      });
    },
  };
}

const withTaken = (taken: readonly Taken[], one: Taken): readonly Taken[] =>
  taken.some(({ fromSeq }) => fromSeq === one.fromSeq) ? taken : [...taken, one];
