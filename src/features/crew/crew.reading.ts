import type { PageArgs } from '../../platform/graphql/connection.ts';
import { newestFirst, pageOf } from '../../platform/reading/pages.ts';
import { transcripts, type TranscriptRow } from '../transcripts/index.ts';

/** Other people's transcripts that a member works on, newest first. */
export const crewTranscriptsReads = pageOf<{ readonly id: string }, TranscriptRow, PageArgs>({
  source: transcripts,
  belongs: { among: ['writerIds', 'organiserIds'], to: 'id' },
  where: (_args, { at }) => at`@.deleted_at is null`,
  order: newestFirst('createdAt', 'id'),
});
