import { byText } from '../../../platform/reading/pages.ts';
import type { SegmentRow } from '../transcript-states.rules.ts';
import { positionIn } from './position.rules.ts';

/** Segments in their order. */
export const byPosition = byText<SegmentRow>('position', positionIn);
