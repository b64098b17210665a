import type { Draft, SegmentWork } from '../../../live/outbox.ts';

type Unsent = readonly { readonly entry: SegmentWork }[];

/** All that exists nowhere but on this page, as a text to take along: the work in its order, then the line. */
export function unsentText(pending: Unsent, line: Pick<Draft, 'text' | 'speaker'>): string {
  const lines = pending.flatMap(({ entry }) => ('text' in entry ? [entry] : []));
  return [...lines, line]
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, speaker }) => (speaker === null ? text : `${speaker}：${text}`))
    .join('\n');
}
