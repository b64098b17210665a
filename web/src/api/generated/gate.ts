// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const OpenTranscriptDocument = "mutation OpenTranscript($input:OpenTranscriptInput!){openTranscript(input:$input){__typename ...on OpenTranscriptSuccess{token}...on WaitingForApproval{token}...on UserError{message}...on InvalidInput{field}...on TooManyAttempts{retryAfterSeconds}}}" as TypedDocument<T.OpenTranscriptMutation, T.OpenTranscriptMutationVariables>;
