import { source } from '../../platform/reading/source.ts';
import type { CrewMessageRow } from './crew-message.rules.ts';

/** Where the crew's messages are read from; the author's name is that of today. */
export const crewMessages = source<CrewMessageRow>('crew_messages', {
  id: '@.id',
  transcriptId: '@.transcript_id',
  seq: '@.seq',
  ownerId: '(select t.owner_id from transcripts t where t.id = @.transcript_id)',
  authorId: '@.author_id',
  authorName: '(select m.display_name from members m where m.id = @.author_id)',
  body: '@.body',
  createdAt: '@.created_at',
});
