import {
  checkDraftText,
  checkSpeaker,
  findReadable,
  canWrite,
  TranscriptNotLive,
  writerKeyOf,
} from '../transcripts/index.ts';
import { memberNames } from '../members/index.ts';
import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/app-error.ts';

export interface ShowDraft {
  readonly transcriptId: string;
  readonly text: string;
  readonly speaker?: string | null;
}

/** Shows the line being typed to whoever reads along; nothing is stored. Throws NOT_FOUND, InvalidInput, TranscriptNotLive. */
export async function showDraft(ctx: Context, input: ShowDraft): Promise<void> {
  const writer = requireMember(ctx);
  const text = checkDraftText(input.text);
  const speaker = checkSpeaker(input.speaker);
  const transcript = await findReadable(ctx, input.transcriptId);
  if (!transcript || !canWrite(ctx, transcript)) throw notFound();
  if (transcript.status !== 'LIVE') throw new TranscriptNotLive();
  const [writerName] = await memberNames(ctx, [writer.id]);
  ctx.bus.publish(
    { name: 'transcriptDraft', id: transcript.id },
    {
      writerKey: writerKeyOf(transcript.id, writer.id),
      isOwner: writer.id === transcript.ownerId,
      writerName: writerName ?? '',
      text,
      speaker,
    },
  );
}
