import { sql } from '../../../platform/database/sql.ts';
import { columnsOf } from '../../../platform/reading/source.ts';
import { segments } from '../transcript.source.ts';

/** Every column of a SegmentRow, from `segments as s`. */
export const segmentColumns = sql.raw(columnsOf(segments, 's'));
