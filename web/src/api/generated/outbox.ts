// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const AppendSegmentDocument = "mutation AppendSegment($input:AppendSegmentInput!){appendSegment(input:$input){__typename ...on AppendSegmentSuccess{segment{id seq revision}}...on UserError{message}}}" as TypedDocument<T.AppendSegmentMutation, T.AppendSegmentMutationVariables>;

export const ReviseSegmentDocument = "mutation ReviseSegment($input:ReviseSegmentInput!){reviseSegment(input:$input){__typename ...on ReviseSegmentSuccess{seq segment{id revision}}...on UserError{message}...on SegmentConflict{current{...SegmentFields}}}}fragment SegmentFields on Segment{id seq position speaker text startedMs endedMs revision checkedAt createdAt}" as TypedDocument<T.ReviseSegmentMutation, T.ReviseSegmentMutationVariables>;

export const RemoveSegmentDocument = "mutation RemoveSegment($input:RemoveSegmentInput!){removeSegment(input:$input){removedId seq}}" as TypedDocument<T.RemoveSegmentMutation, T.RemoveSegmentMutationVariables>;

export const ShowDraftDocument = "mutation ShowDraft($input:ShowDraftInput!){showDraft(input:$input){__typename}}" as TypedDocument<T.ShowDraftMutation, T.ShowDraftMutationVariables>;
