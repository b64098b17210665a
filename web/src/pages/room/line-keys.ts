import { digitOf, isKey } from '../../app/keymap.ts';
import type { KeyId } from '../../app/keys.ts';
import { formatClock } from '../../text/format.ts';
import { lineText } from '../../text/line.text.ts';
import { showToast } from '../../ui/toasts.tsx';
import type { WritingParts } from './room-parts.ts';
import type { Line } from './use-line.ts';

/** One key of the line; it says `false` where the press is somebody else's after all. */
type Act = (event: KeyboardEvent) => boolean | void;

/** The keys that work wherever the focus is in the line's form, and those of the field itself. */
export function lineKeys(
  parts: WritingParts,
  line: Line,
): Readonly<Record<'form' | 'field', (event: KeyboardEvent) => void>> {
  const { field } = line;
  const form: readonly (readonly [KeyId, Act])[] = [
    [
      'pickSpeaker',
      (event) => line.speak(nth(parts.speakers.names.peek(), event, 'pickSpeaker') ?? line.speaker.peek()),
    ],
    ['noSpeaker', () => line.speak('')],
    ['otherSpeaker', () => toOther(line)],
    ['guestSpeaker', () => line.speak(lineText().guest)],
    ['timeStamp', () => field.insert(stampOf(parts))],
    ['insertTag', (event) => field.insert(nth(tagsOf(parts), event, 'insertTag') ?? '')],
    ['toggleEndLock', () => toggleEndLock(parts, line)],
    ['flushHeld', () => parts.outbox.shown.flush()],
    ['takeBack', () => takeBack(parts, line)],
  ];
  const own: readonly (readonly [KeyId, Act])[] = [
    ['commitLine', line.commit],
    ['breakLine', () => field.insert('\n')],
    ['correctLast', () => (field.read().text === '' ? line.correctLast() : false)],
    // What is left of the line's own goes first; on an empty line with nothing left the room has the word.
    ['undoAct', (event) => void ((field.undo() || field.read().text !== '') && event.stopPropagation())],
    ['redoAct', (event) => void ((field.redo() || field.read().text !== '') && event.stopPropagation())],
  ];
  return { form: listener(form), field: listener(own) };
}

function listener(acts: readonly (readonly [KeyId, Act])[]): (event: KeyboardEvent) => void {
  return (event) => {
    for (const [id, act] of acts) {
      if (!isKey(id, event)) continue;
      if (act(event) !== false) event.preventDefault();
      return;
    }
  };
}

function nth(words: readonly string[], event: KeyboardEvent, id: KeyId): string | undefined {
  return words[(digitOf(id, event) ?? 0) - 1];
}

/** The writer's own tags, or those of the language of the page. */
export function tagsOf({ typing }: Pick<WritingParts, 'typing'>): readonly string[] {
  return typing.settings.value.tags ?? lineText().tags;
}

function toOther(line: Line): void {
  const current = line.speaker.peek();
  const other = line.lastTwo.other(current);
  // The one who is left here is the one to come back to, also before a line of theirs was committed.
  line.lastTwo.note(current);
  if (other !== undefined) line.speak(other);
}

/** The meeting's clock; before it began, the time of day. */
function stampOf({ live }: WritingParts): string {
  const startedAt = live.facts.peek()?.startedAt;
  const now = new Date();
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  return `[${formatClock(now.getTime() - (startedAt == null ? midnight : Date.parse(startedAt)))}] `;
}

function toggleEndLock({ typing }: WritingParts, { field }: Line): void {
  const isAtEnd = !typing.settings.peek().isAtEnd;
  typing.change({ isAtEnd });
  if (isAtEnd) field.toEnd();
}

/** What readers have seen stays: only what is held back is taken away, and one undo brings it back. */
function takeBack({ outbox }: WritingParts, { field }: Line): void {
  const { text } = field.read();
  const length = outbox.shown.publicLength.peek();
  if (length >= text.length) return;
  field.write({ text: text.slice(0, length), start: length, end: length });
  showToast({ text: lineText().takenBack([...text.slice(length)].length) });
}
