import { segmentElementId } from '../segment-log.tsx';
import { beforeLengthMax } from './note.ts';

/** What is selected of one segment. */
export interface SelectedPart {
  readonly segmentId: string;
  readonly quote: string;
  readonly before: string;
  readonly start: number;
}

const idPrefix = segmentElementId('');

/** What of the text is selected, segment by segment; none while nothing is, or something else. */
export function selectedParts(selection: Selection | null): readonly SelectedPart[] {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  return [...document.querySelectorAll('.reading-text p.segment')]
    .filter((line) => range.intersectsNode(line))
    .map((line) => partOf(line, range))
    .filter(({ quote }) => quote.trim() !== '');
}

function partOf(line: Element, selected: Range): SelectedPart {
  const words = document.createRange();
  words.selectNodeContents(line);
  const speaker = line.querySelector(':scope > .speaker');
  if (speaker !== null) words.setStartAfter(speaker);
  const before = words.cloneRange();
  if (words.compareBoundaryPoints(Range.START_TO_START, selected) < 0)
    words.setStart(selected.startContainer, selected.startOffset);
  if (words.compareBoundaryPoints(Range.END_TO_END, selected) > 0)
    words.setEnd(selected.endContainer, selected.endOffset);
  before.setEnd(words.startContainer, words.startOffset);
  const [earlier, quote] = [before.toString(), words.toString()];
  return {
    segmentId: line.id.slice(idPrefix.length),
    quote,
    before: earlier.slice(-beforeLengthMax),
    start: earlier.length,
  };
}
