import type { SegmentFieldsFragment } from '../api/generated/types.ts';

export type Segment = SegmentFieldsFragment;

/**
 * A run of neighbouring segments. A block that did not change is the same object as before, so a page that
 * memoises its blocks renders one block for an append, whatever the length of the transcript.
 */
export interface SegmentBlock {
  /** Stable while the block lives: the id of the segment it was opened with. */
  readonly key: string;
  readonly segments: readonly Segment[];
}

export type SegmentBlocks = readonly SegmentBlock[];

/** How many segments a block holds before the next one is opened. */
export const blockSegmentsMax = 50;

/** Cuts segments, sorted by position, into blocks. */
export function toBlocks(segments: readonly Segment[]): SegmentBlocks {
  const blocks: SegmentBlock[] = [];
  for (let start = 0; start < segments.length; start += blockSegmentsMax) {
    const run = segments.slice(start, start + blockSegmentsMax);
    const [first] = run;
    if (first !== undefined) blocks.push({ key: first.id, segments: run });
  }
  return blocks;
}

/** All segments in order, for a copy, a download or a search. */
export function toSegments(blocks: SegmentBlocks): readonly Segment[] {
  return blocks.flatMap(({ segments }) => segments);
}

/** Finds a segment by its id, newest block first: most changes touch the tail. */
export function findSegment(blocks: SegmentBlocks, id: string): Segment | undefined {
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const found = blocks[index]?.segments.find((segment) => segment.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Puts a segment in its place by position; one that is there already stays unless the new revision is newer. */
export function putSegment(blocks: SegmentBlocks, segment: Segment): SegmentBlocks {
  const standing = findSegment(blocks, segment.id);
  if (standing !== undefined) {
    return standing.revision >= segment.revision ? blocks : replaceSegment(blocks, segment);
  }
  const last = blocks.at(-1);
  const lastPosition = last?.segments.at(-1)?.position ?? '';
  if (last === undefined || (segment.position > lastPosition && last.segments.length >= blockSegmentsMax)) {
    return [...blocks, { key: segment.id, segments: [segment] }];
  }
  return insertSegment(blocks, segment);
}

/** Takes a segment out; a block left empty goes with it. */
export function dropSegment(blocks: SegmentBlocks, id: string): SegmentBlocks {
  return changeBlock(blocks, {
    holds: (block) => block.segments.some((segment) => segment.id === id),
    change: (segments) => segments.filter((segment) => segment.id !== id),
  });
}

/** Puts an older page before what is there; a segment known to both keeps its newest revision. */
export function prependSegments(blocks: SegmentBlocks, older: readonly Segment[]): SegmentBlocks {
  const known = new Set(toSegments(blocks).map(({ id }) => id));
  const fresh = toBlocks(older.filter(({ id }) => !known.has(id)));
  return older.filter(({ id }) => known.has(id)).reduce(putSegment, [...fresh, ...blocks]);
}

function replaceSegment(blocks: SegmentBlocks, segment: Segment): SegmentBlocks {
  return changeBlock(blocks, {
    holds: (block) => block.segments.some(({ id }) => id === segment.id),
    change: (segments) => segments.map((standing) => (standing.id === segment.id ? segment : standing)),
  });
}

function insertSegment(blocks: SegmentBlocks, segment: Segment): SegmentBlocks {
  const index = blocks.findLastIndex((block) => (block.segments[0]?.position ?? '') < segment.position);
  const target = blocks[Math.max(index, 0)];
  if (target !== undefined && target.segments.length >= 2 * blockSegmentsMax) {
    return insertSegment(halved(blocks, target), segment);
  }
  return changeBlock(blocks, {
    holds: (block) => block === target,
    change: (segments) => {
      const at = segments.findIndex(({ position }) => position > segment.position);
      return at === -1 ? [...segments, segment] : segments.toSpliced(at, 0, segment);
    },
  });
}

/** Much may be put between two segments: what grows too long to be rendered at once becomes two. */
function halved(blocks: SegmentBlocks, block: SegmentBlock): SegmentBlocks {
  const [earlier, ...later] = toBlocks(block.segments).map(({ key, segments }, half) => ({
    key: half === 0 ? block.key : `${key}+`,
    segments,
  }));
  return earlier === undefined ? blocks : blocks.toSpliced(blocks.indexOf(block), 1, earlier, ...later);
}

interface BlockChange {
  readonly holds: (block: SegmentBlock) => boolean;
  readonly change: (segments: readonly Segment[]) => readonly Segment[];
}

function changeBlock(blocks: SegmentBlocks, { holds, change }: BlockChange): SegmentBlocks {
  const index = blocks.findLastIndex(holds);
  const block = blocks[index];
  if (block === undefined) return blocks;
  const segments = change(block.segments);
  return segments.length === 0 ? blocks.toSpliced(index, 1) : blocks.with(index, { ...block, segments });
}
