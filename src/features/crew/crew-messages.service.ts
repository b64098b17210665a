import type { ThrottleRule } from '../../platform/auth/throttles.ts';
import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { unlessTaken } from '../../platform/database/taken.ts';
import { unitOfStatement } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { checkClientId, isId } from '../../platform/text/text.rules.ts';
import { findReadable, worksHere } from '../transcripts/index.ts';
import { writeCrewMessage, type NewCrewMessage } from './crew-message.statements.ts';
import { checkCrewMessage, type CrewMessageRow } from './crew-message.rules.ts';
import { crewMessageById } from './crew-messages.queries.ts';

/** A message as somebody of the crew writes it. */
export interface PostCrewMessage {
  readonly id: string;
  readonly transcriptId: string;
  readonly body: string;
}

const messages: ThrottleRule = { name: 'crew-message', points: 60, seconds: 60 };

/**
 * Posts a message to the crew. The client made its id: a retry returns the message that stands. Throws NOT_FOUND,
 * InvalidInput, TooManyAttempts.
 */
export async function postCrewMessage(ctx: Context, input: PostCrewMessage): Promise<CrewMessageRow> {
  const author = requireMember(ctx);
  const id = checkClientId('id', input.id);
  const body = checkCrewMessage(input.body);
  if (!isId(input.transcriptId)) throw notFound();
  const transcriptId = input.transcriptId.toLowerCase();
  const message = { id, transcriptId, authorId: author.id, body, createdAt: ctx.clock.now() };
  const waitSeconds = await ctx.throttles.take(messages, author.id);
  const posted = waitSeconds > 0 ? null : await write(ctx, message);
  if (posted) return posted;
  const standing = await standingMessage(ctx, message);
  if (standing) return standing;
  throw new TooManyAttempts(Math.max(1, waitSeconds));
}

const write = (ctx: Context, message: NewCrewMessage): Promise<CrewMessageRow | null> =>
  unlessTaken(unitOfStatement(ctx, (unit) => writeCrewMessage(ctx, unit, message)));

/** What has this id already; null when nothing has. Throws why nothing may be written. */
async function standingMessage(
  ctx: Context,
  { id, transcriptId, authorId }: NewCrewMessage,
): Promise<CrewMessageRow | null> {
  const transcript = await findReadable(ctx, transcriptId);
  if (!transcript || !worksHere(ctx, transcript)) throw notFound();
  const standing = await crewMessageById(ctx, id);
  if (!standing || (standing.transcriptId === transcriptId && standing.authorId === authorId))
    return standing;
  throw new InvalidInput('id', {
    zh: '这个编号已被使用，请换一个。',
    en: 'This id is taken. Please make another.',
  });
}
