import { newId } from '../../api/server.ts';
import type { Segment } from '../../live/segment-blocks.ts';
import type { KeptCorrection } from '../../live/kept-corrections.ts';
import type { WritingParts } from './room-parts.ts';

/** A segment as its form holds it now. */
export interface Correcting {
  readonly base: KeptCorrection['base'];
  readonly line: { readonly text: string; readonly speaker: string | null };
  readonly parts: WritingParts;
}

/** Sends what the form holds, if it is another text; the act that it belongs to may go on. */
export function sendCorrection({ base, line, parts }: Correcting, actId?: string): boolean {
  const isChanged = line.text !== base.text || line.speaker !== base.speaker;
  if (isChanged) parts.outbox.revise(base, line, actId);
  return isChanged;
}

/** Cuts the segment at the caret; false where there is no text on both sides. */
export function splitAt(correcting: Correcting, caret: number): boolean {
  const { base, line, parts } = correcting;
  const [earlier, later] = [line.text.slice(0, caret), line.text.slice(caret)];
  if (earlier.trim() === '' || later.trim() === '' || !earlier.isWellFormed()) return false;
  const actId = newId();
  const isChanged = sendCorrection(correcting, actId);
  const baseRevision = isChanged ? null : base.revision;
  const at = [...earlier].length;
  parts.outbox.edit({ kind: 'split', segmentId: base.id, baseRevision, at, newId: newId() }, actId);
  return true;
}

/** Merges the segment into the one before it; false where there is none. */
export function mergeWithPrevious(correcting: Correcting): boolean {
  const { base, line, parts } = correcting;
  const previous = neighbourOf(correcting, -1);
  if (previous === undefined) return false;
  const actId = newId();
  const isChanged = sendCorrection(correcting, actId);
  const secondRevision = isChanged ? null : base.revision;
  const pieces = { secondId: base.id, secondRevision, joiner: joinerBetween(previous.text, line.text) };
  parts.outbox.edit(
    { kind: 'merge', segmentId: previous.id, firstRevision: previous.revision, ...pieces },
    actId,
  );
  return true;
}

/** Marks the segment as checked, or takes the mark away, along with what the form holds. */
export function setChecked({ base, line, parts }: Correcting, isChecked: boolean): void {
  parts.outbox.revise(base, { ...line, isChecked });
}

/** The segment right before or behind, of those on this page. */
export function neighbourOf(
  { base, parts }: Pick<Correcting, 'base' | 'parts'>,
  step: -1 | 1,
): Segment | undefined {
  const gone = parts.removed.peek();
  const standing = parts.live.allSegments().filter(({ id }) => !gone.has(id));
  const place = standing.findIndex(({ id }) => id === base.id);
  return place === -1 ? undefined : standing[place + step];
}

/** Between letters or digits of one and the other a space; Chinese, or what ends in a sign or a space, needs none. */
export function joinerBetween(first: string, second: string): string {
  return /[a-z0-9,.;:!?)]$/i.test(first) && /^[a-z0-9(]/i.test(second) ? ' ' : '';
}
