// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const SplitSegmentDocument = "mutation SplitSegment($input:SplitSegmentInput!){splitSegment(input:$input){__typename ...on SplitSegmentSuccess{...Taken segment{...Made}newSegment{...Made}}...on UserError{message}...on SegmentConflict{current{...SegmentFields}}}}fragment Taken on TookNumbers{fromSeq toSeq}fragment Made on Segment{id revision}fragment SegmentFields on Segment{id seq position speaker text startedMs endedMs revision checkedAt createdAt}" as TypedDocument<T.SplitSegmentMutation, T.SplitSegmentMutationVariables>;

export const MergeSegmentsDocument = "mutation MergeSegments($input:MergeSegmentsInput!){mergeSegments(input:$input){__typename ...on MergeSegmentsSuccess{...Taken segment{...Made}}...on UserError{message}...on SegmentConflict{current{...SegmentFields}}}}fragment Taken on TookNumbers{fromSeq toSeq}fragment Made on Segment{id revision}fragment SegmentFields on Segment{id seq position speaker text startedMs endedMs revision checkedAt createdAt}" as TypedDocument<T.MergeSegmentsMutation, T.MergeSegmentsMutationVariables>;

export const ReviseSegmentsDocument = "mutation ReviseSegments($input:ReviseSegmentsInput!){reviseSegments(input:$input){__typename ...on ReviseSegmentsSuccess{...Taken outcomes{id isRevised segment{...Made}}}...on UserError{message}}}fragment Taken on TookNumbers{fromSeq toSeq}fragment Made on Segment{id revision}" as TypedDocument<T.ReviseSegmentsMutation, T.ReviseSegmentsMutationVariables>;

export const RenameSpeakerDocument = "mutation RenameSpeaker($input:RenameSpeakerInput!){renameSpeaker(input:$input){__typename ...on RenameSpeakerSuccess{...Taken renamedCount}...on UserError{message}}}fragment Taken on TookNumbers{fromSeq toSeq}" as TypedDocument<T.RenameSpeakerMutation, T.RenameSpeakerMutationVariables>;

export const RestoreSegmentDocument = "mutation RestoreSegment($input:RestoreSegmentInput!){restoreSegment(input:$input){__typename ...on RestoreSegmentSuccess{...Taken segment{...Made}}...on UserError{message}...on SegmentConflict{current{...SegmentFields}}}}fragment Taken on TookNumbers{fromSeq toSeq}fragment Made on Segment{id revision}fragment SegmentFields on Segment{id seq position speaker text startedMs endedMs revision checkedAt createdAt}" as TypedDocument<T.RestoreSegmentMutation, T.RestoreSegmentMutationVariables>;

export const RestoreTranscriptDocument = "mutation RestoreTranscript($input:RestoreTranscriptInput!){restoreTranscript(input:$input){__typename ...on RestoreTranscriptSuccess{...Taken revertedCount conflicts{id}}...on UserError{message}}}fragment Taken on TookNumbers{fromSeq toSeq}" as TypedDocument<T.RestoreTranscriptMutation, T.RestoreTranscriptMutationVariables>;

export const RevertChangesDocument = "mutation RevertChanges($input:RevertChangesInput!){revertChanges(input:$input){__typename ...on RevertChangesSuccess{...Taken revertedCount conflicts{id}}...on UserError{message}}}fragment Taken on TookNumbers{fromSeq toSeq}" as TypedDocument<T.RevertChangesMutation, T.RevertChangesMutationVariables>;
