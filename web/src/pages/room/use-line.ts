import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';

import { lineText } from '../../text/line.text.ts';
import { roomText } from '../../text/room.text.ts';
import { showToast } from '../../ui/toasts.tsx';
import { createLineField, type LineField } from './line/line-field.ts';
import type { LineHandle, LineReading, WritingParts } from './room-parts.ts';
import { createLastTwo, type LastTwo } from './speaker-list.ts';

/** The line with its speaker: what the keys and the buttons of the line act on. */
export interface Line {
  readonly field: LineField;
  readonly element: { readonly current: HTMLTextAreaElement | null };
  readonly speakerField: { readonly current: HTMLInputElement | null };
  readonly speaker: Signal<string>;
  readonly lastTwo: LastTwo;
  /** Who speaks from here on; an empty name: nobody. */
  readonly speak: (name: string) => void;
  /** Makes a segment of the line; an empty line makes none, nor does one that is being composed. */
  readonly commit: () => void;
  readonly correctLast: () => void;
}

const dayMs = 86_400_000;

/** One uncontrolled field: a key renders nothing, and nobody but the writer changes what stands in it. */
export function useLine(parts: WritingParts): Line {
  const element = useRef<HTMLTextAreaElement>(null);
  const speakerField = useRef<HTMLInputElement>(null);
  const speaker = useSignal('');
  const line = useMemo(() => createLine(parts, { element, speakerField, speaker }), [parts.outbox]);
  useEffect(() => {
    const focus = (): void => element.current?.focus({ preventScroll: true });
    const put: LineHandle['put'] = ({ text, caret }) => line.field.write({ text, start: caret, end: caret });
    parts.line.current = { commit: line.commit, focus, read: () => readingOf(line), put };
    // The room opened for typing: the line has the focus from the start.
    focus();
    return () => {
      parts.line.current = null;
    };
  }, [line]);
  useEffect(() => void restore(parts, line), [line]);
  return line;
}

/** While an input method composes, what stands there is not the writer's yet. */
function readingOf({ field, element }: Line): LineReading | null {
  if (field.isComposing()) return null;
  const { text, start, end } = field.read();
  const isBackward = element.current?.selectionDirection === 'backward';
  return isBackward ? { text, caret: start, anchor: end } : { text, caret: end, anchor: start };
}

type Elements = Pick<Line, 'element' | 'speakerField' | 'speaker'>;
type LineOfVisit = Line & { readonly commitCount: () => number };

function createLine(parts: WritingParts, { element, speakerField, speaker }: Elements): LineOfVisit {
  const { outbox, live, typing, speakers, briefs } = parts;
  const visit = { begunAt: null as number | null, commitCount: 0 };
  const lastTwo = createLastTwo();
  const take = (): void => {
    const text = element.current?.value ?? '';
    visit.begunAt = text === '' ? null : (visit.begunAt ?? Date.now());
    outbox.type({ text, speaker: speaker.peek() || null });
  };
  const field = createLineField({
    element: () => element.current,
    now: () => performance.now(),
    isAtEnd: () => typing.settings.peek().isAtEnd,
    onText: take,
    onComposing: outbox.compose,
    onTyped: (words) => briefs.peek()?.typed(words),
  });
  const speak = (name: string): void => {
    speaker.value = name;
    if (speakerField.current !== null && speakerField.current.value !== name)
      speakerField.current.value = name;
    // While an input method composes, its text is not taken: the name goes with the next.
    if (!field.isComposing()) take();
  };
  const commit = (): void => {
    if (element.current === null || field.isComposing()) return;
    briefs.peek()?.finish();
    take();
    if (outbox.commit(timesSince(visit.begunAt, live.facts.peek()?.startedAt)) === undefined) return;
    visit.commitCount += 1;
    visit.begunAt = null;
    // Whoever is unknown has a key of their own.
    if (speaker.peek() !== lineText().guest) speakers.remember(speaker.peek());
    lastTwo.note(speaker.peek());
    field.clear();
  };
  const correctLast = (): void => {
    const id = lastSegmentId(parts);
    if (id !== undefined) parts.correcting.value = new Set([...parts.correcting.peek(), id]);
  };
  const own = { field, lastTwo, speak, commit, correctLast };
  return { element, speakerField, speaker, ...own, commitCount: () => visit.commitCount };
}

/** What an earlier visit left in the line goes before what has been typed since the page opened; and it is said. */
async function restore({ outbox }: WritingParts, line: LineOfVisit): Promise<void> {
  const { field, element, speak } = line;
  await outbox.ready;
  const put = (): void => {
    if (element.current === null) return;
    if (field.isComposing()) return afterComposing(element.current, put);
    const { text, start, end } = field.read();
    const left = outbox.takeUp();
    if (left.text === text) return;
    const added = left.text.length - text.length;
    field.restore({ text: left.text, start: start + added, end: end + added });
    if (left.speaker !== null) speak(left.speaker);
  };
  const lines = outbox.draft.peek().text === field.read().text ? 0 : 1;
  const count = lines + outbox.pending.peek().length - line.commitCount();
  if (count > 0) showToast({ text: roomText().restored(count) });
  put();
}

/** Once the field itself has taken what was composed. */
function afterComposing(element: HTMLElement, act: () => void): void {
  element.addEventListener('compositionend', () => setTimeout(act), { once: true });
}

/** When it was typed, by this machine's clock; left to the server where that clock cannot be right. */
function timesSince(
  begunAt: number | null,
  startedAt: string | null | undefined,
): { readonly startedMs: number; readonly endedMs: number } | undefined {
  if (begunAt === null || startedAt == null) return undefined;
  const origin = Date.parse(startedAt);
  const times = { startedMs: begunAt - origin, endedMs: Date.now() - origin };
  return times.startedMs >= 0 && times.endedMs < dayMs ? times : undefined;
}

/** The newest segment on the page: one on its way before those that the feed has brought. */
function lastSegmentId({ outbox, live, removed }: WritingParts): string | undefined {
  const onItsWay = outbox.pending.peek().findLast(({ entry }) => entry.kind === 'append')?.entry.segmentId;
  const gone = removed.peek();
  return onItsWay ?? live.allSegments().findLast(({ id }) => !gone.has(id))?.id;
}
