import type { SegmentRow } from '../transcript-states.rules.ts';
import type { SegmentPayload } from './segment-payload.rules.ts';

/** One change to a segment: what it becomes. The number is taken when it is written. */
export type SegmentChange =
  | { readonly kind: 'SEGMENT_APPENDED'; readonly segment: SegmentRow; readonly note?: SegmentPayload }
  | { readonly kind: 'SEGMENT_REVISED'; readonly segment: SegmentRow; readonly before: SegmentRow }
  | { readonly kind: 'SEGMENT_REMOVED'; readonly before: SegmentRow; readonly note?: SegmentPayload };
