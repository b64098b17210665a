/** What stands in the line, and where the caret or the selection is. */
export interface LineState {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `act`: a whole change by itself, such as a tag, a paste or an expansion; it joins nothing. */
export type LineChange = 'insert' | 'delete' | 'act';

export interface LineHistory {
  readonly note: (before: LineState, after: LineState, change: LineChange) => void;
  /** What was noted last has been dealt with: the time that took is not the writer's. */
  readonly rest: () => void;
  /** What to put back; undefined when nothing is left. */
  readonly undo: () => LineState | undefined;
  readonly redo: () => LineState | undefined;
  /** The line was committed: from here on the room's own undo has the word. */
  readonly clear: () => void;
}

interface Step {
  readonly before: LineState;
  readonly after: LineState;
  readonly change: LineChange;
  readonly firstAt: number;
  /** When its last change had been dealt with. */
  readonly lastAt: number;
  /** Changes so far. */
  readonly size: number;
}

/** Faster than hands: what a steno machine or an input method sends for one stroke, backspaces and all. */
const burstGapMs = 60;
/** So many changes at that pace are a machine's, and the next stroke is a step of its own. */
const burstSize = 4;
/** Hands that go on doing the same. */
const pauseMs = 700;
const stepLongestMs = 4_000;
const stepsMax = 300;

/**
 * The line's own undo: the browser's is lost as soon as a program sets the text. A burst is one step whatever it is
 * made of; typing is cut at pauses, and where it turns into deleting.
 */
export function createLineHistory(now: () => number): LineHistory {
  const steps = { done: [] as readonly Step[], undone: [] as readonly Step[] };
  return {
    note: (before, after, change) => {
      if (before.text === after.text) return;
      const at = now();
      const last = steps.done.at(-1);
      steps.undone = [];
      steps.done =
        last !== undefined && last.after.text === before.text && joins(last, change, at)
          ? [...steps.done.slice(0, -1), { ...last, after, change, lastAt: at, size: last.size + 1 }]
          : [...steps.done, { before, after, change, firstAt: at, lastAt: at, size: 1 }].slice(-stepsMax);
    },
    rest: () => {
      const last = steps.done.at(-1);
      if (last !== undefined) steps.done = [...steps.done.slice(0, -1), { ...last, lastAt: now() }];
    },
    undo: () => {
      const last = steps.done.at(-1);
      if (last === undefined) return undefined;
      steps.done = steps.done.slice(0, -1);
      steps.undone = [...steps.undone, last];
      return last.before;
    },
    redo: () => {
      const next = steps.undone.at(-1);
      if (next === undefined) return undefined;
      steps.undone = steps.undone.slice(0, -1);
      // What is typed next is no part of what was brought back.
      steps.done = [...steps.done, { ...next, lastAt: Number.NEGATIVE_INFINITY }];
      return next.after;
    },
    clear: () => Object.assign(steps, { done: [], undone: [] }),
  };
}

function joins(last: Step, change: LineChange, at: number): boolean {
  if (change === 'act' || last.change === 'act') return false;
  const gap = at - last.lastAt;
  if (gap <= burstGapMs) return true;
  const isBurst = last.size >= burstSize && last.lastAt - last.firstAt <= burstGapMs * last.size;
  return !isBurst && change === last.change && gap <= pauseMs && at - last.firstAt <= stepLongestMs;
}
