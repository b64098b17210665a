import {
  codeKey,
  entriesMax,
  faultOfBrief,
  isSameBrief,
  type Brief,
  type BriefFault,
  type BriefMap,
} from '../brief.ts';
import type { FoundBrief } from './parse-briefs.ts';

export type Refusal = BriefFault | NonNullable<FoundBrief['fault']> | 'duplicate' | 'full';

export interface RefusedBrief {
  readonly line: number;
  readonly brief: Brief;
  readonly reason: Refusal;
}

/** What an import would do to a dictionary. */
export interface Comparison {
  readonly fresh: readonly Brief[];
  readonly changed: readonly { readonly before: Brief; readonly after: Brief }[];
  readonly sameCount: number;
  readonly refused: readonly RefusedBrief[];
}

/**
 * Compares a file with the dictionary as it stands. Of a code that is in the file twice the first counts; the same
 * words again are no fault. What would make the dictionary too large is refused.
 */
export function compareImport(found: readonly FoundBrief[], standing: BriefMap): Comparison {
  const [fresh, changed, refused]: [Brief[], { before: Brief; after: Brief }[], RefusedBrief[]] = [
    [],
    [],
    [],
  ];
  const seen = new Map<string, Brief>();
  let sameCount = 0;
  for (const { line, brief, fault } of found) {
    const key = codeKey(brief.code);
    const before = standing.get(key);
    const earlier = seen.get(key);
    const reason = fault ?? faultOfBrief(brief) ?? faultInPlace(brief, earlier);
    if (reason !== null) refused.push({ line, brief, reason });
    else if (earlier !== undefined) sameCount += 1;
    else if (before !== undefined && isSameBrief(before, brief)) sameCount += 1;
    else if (before !== undefined) changed.push({ before, after: brief });
    else if (standing.size + fresh.length >= entriesMax) refused.push({ line, brief, reason: 'full' });
    else fresh.push(brief);
    if (reason === null && earlier === undefined) seen.set(key, brief);
  }
  return { fresh, changed, sameCount, refused };
}

function faultInPlace(brief: Brief, earlier: Brief | undefined): 'duplicate' | null {
  return earlier !== undefined && earlier.text !== brief.text ? 'duplicate' : null;
}

/** About what a request may hold; the server takes a megabyte. */
const batchBytesMax = 400_000;
const batchEntriesMax = 1_000;

/** Parts of an import that the server takes in one save each. */
export function batchesOf(briefs: readonly Brief[]): readonly (readonly Brief[])[] {
  const batches: Brief[][] = [];
  let bytes = 0;
  for (const brief of briefs) {
    const size = 60 + 3 * (brief.code.length + brief.text.length + brief.note.length);
    const last = batches.at(-1);
    if (last === undefined || last.length === batchEntriesMax || bytes + size > batchBytesMax) {
      batches.push([brief]);
      bytes = size;
    } else {
      last.push(brief);
      bytes += size;
    }
  }
  return batches;
}
