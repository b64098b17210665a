// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const SetTranscriptVisibilityDocument = "mutation SetTranscriptVisibility($input:SetVisibilityInput!){setVisibility(input:$input){__typename ...on SetVisibilitySuccess{transcript{id visibility}}...on UserError{message}}}" as TypedDocument<T.SetTranscriptVisibilityMutation, T.SetTranscriptVisibilityMutationVariables>;

export const RenameTranscriptInListDocument = "mutation RenameTranscriptInList($input:RenameTranscriptInput!){renameTranscript(input:$input){__typename ...on RenameTranscriptSuccess{transcript{id title}}...on UserError{message}}}" as TypedDocument<T.RenameTranscriptInListMutation, T.RenameTranscriptInListMutationVariables>;

export const RenewViewPasswordDocument = "mutation RenewViewPassword($input:SetViewPasswordInput!){setViewPassword(input:$input){__typename ...on SetViewPasswordSuccess{viewPassword viewersSignedOut}...on UserError{message}}}" as TypedDocument<T.RenewViewPasswordMutation, T.RenewViewPasswordMutationVariables>;
