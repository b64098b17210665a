// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const ContentListDocument = "query ContentList($first:Int!$after:String$search:String$visibility:Visibility$status:TranscriptStatus){me{transcripts(first:$first after:$after search:$search visibility:$visibility status:$status){totalCount edges{node{...ContentTranscript}}pageInfo{endCursor hasNextPage}}}}fragment ContentTranscript on Transcript{id title status visibility characterCount commentCount createdAt updatedAt shareCode viewPasswordSet}" as TypedDocument<T.ContentListQuery, T.ContentListQueryVariables>;

export const BinListDocument = "query BinList($first:Int!$after:String){me{transcripts(first:$first after:$after inBin:true){edges{node{id title characterCount deletedAt purgesAt}}pageInfo{endCursor hasNextPage}}}}" as TypedDocument<T.BinListQuery, T.BinListQueryVariables>;

export const DeleteTranscriptsDocument = "mutation DeleteTranscripts($input:DeleteTranscriptsInput!){deleteTranscripts(input:$input){__typename ...on DeleteTranscriptsSuccess{deletedIds failures{id message}}...on UserError{message}}}" as TypedDocument<T.DeleteTranscriptsMutation, T.DeleteTranscriptsMutationVariables>;

export const RestoreTranscriptsDocument = "mutation RestoreTranscripts($input:RestoreTranscriptsInput!){restoreTranscripts(input:$input){__typename ...on RestoreTranscriptsSuccess{restoredIds failures{id message}}...on UserError{message}}}" as TypedDocument<T.RestoreTranscriptsMutation, T.RestoreTranscriptsMutationVariables>;

export const PurgeTranscriptsDocument = "mutation PurgeTranscripts($input:PurgeTranscriptsInput!){purgeTranscripts(input:$input){__typename ...on PurgeTranscriptsSuccess{purgedIds failures{id message}}...on UserError{message}}}" as TypedDocument<T.PurgeTranscriptsMutation, T.PurgeTranscriptsMutationVariables>;
