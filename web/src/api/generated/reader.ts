// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const SharedTranscriptDoorDocument = "query SharedTranscriptDoor($shareCode:String!){sharedTranscript(shareCode:$shareCode){title status needsPassword owner{displayName}transcript{id}}}" as TypedDocument<T.SharedTranscriptDoorQuery, T.SharedTranscriptDoorQueryVariables>;

export const OpenTranscriptDocument = "mutation OpenTranscript($input:OpenTranscriptInput!){openTranscript(input:$input){__typename ...on OpenTranscriptSuccess{transcript{id}}...on UserError{message}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}...on WrongViewPassword{attemptsLeft}}}" as TypedDocument<T.OpenTranscriptMutation, T.OpenTranscriptMutationVariables>;
