import type { PageArgs, PageBothWaysArgs } from '../../platform/graphql/connection.ts';
import { choose, column, constant, sameAs } from '../../platform/reading/expressions.ts';
import { byNumber, newestFirst, pageOf } from '../../platform/reading/pages.ts';
import { composed } from '../../platform/reading/reads.ts';
import { valueOf } from '../../platform/reading/statement.ts';
import { transcripts, type TranscriptRow } from '../transcripts/index.ts';
import { crewMessages } from './crew-message.source.ts';
import type { CrewMessageRow } from './crew-message.rules.ts';

/** Other people's transcripts that a member works on, newest first. */
export const crewTranscriptsReads = pageOf<{ readonly id: string }, TranscriptRow, PageArgs>({
  source: transcripts,
  belongs: { among: ['writerIds', 'organiserIds'], to: 'id' },
  where: (_args, { at }) => at`@.deleted_at is null`,
  order: newestFirst('createdAt', 'id'),
});

/** How the author of a message appears to the crew. */
export const messageAuthorReads = composed<CrewMessageRow>({
  displayName: column<CrewMessageRow, 'authorName'>('authorName'),
  kind: choose<CrewMessageRow, string>(
    sameAs<CrewMessageRow>('authorId', 'ownerId'),
    constant('OWNER'),
    constant('MEMBER'),
  ),
});

/** What the crew of a transcript wrote, in order; nothing to whoever is not of it. */
export const crewMessagesReads = pageOf<TranscriptRow, CrewMessageRow, PageBothWaysArgs>({
  source: crewMessages,
  belongs: { column: 'transcriptId', to: 'id' },
  where: (_args, { at, ctx }) => {
    const viewer = valueOf(ctx.actor.member?.id ?? null, 'uuid');
    return at`exists (select 1 from transcripts t where t.id = @.transcript_id and t.deleted_at is null
      and (t.owner_id = ${viewer} or ${viewer} = any(t.writer_ids) or ${viewer} = any(t.organiser_ids)))`;
  },
  order: byNumber('seq'),
});
