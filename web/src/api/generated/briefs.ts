// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const OwnBriefChangesDocument = "query OwnBriefChanges($since:Int!$after:String){me{briefDictionary{changes(since:$since after:$after){...BriefChangesFields}}}}fragment BriefChangesFields on BriefChanges{revision completeFrom put{code text note}removed cursor}" as TypedDocument<T.OwnBriefChangesQuery, T.OwnBriefChangesQueryVariables>;

export const EventBriefChangesDocument = "query EventBriefChanges($transcriptId:ID!$since:Int!$after:String){transcript(id:$transcriptId){briefDictionary{changes(since:$since after:$after){...BriefChangesFields}}}}fragment BriefChangesFields on BriefChanges{revision completeFrom put{code text note}removed cursor}" as TypedDocument<T.EventBriefChangesQuery, T.EventBriefChangesQueryVariables>;

export const SaveBriefsDocument = "mutation SaveBriefs($input:SaveBriefsInput!){saveBriefs(input:$input){__typename ...on SaveBriefsSuccess{changedCount dictionary{revision entryCount}}...on UserError{message}}}" as TypedDocument<T.SaveBriefsMutation, T.SaveBriefsMutationVariables>;

export const BriefsChangedDocument = "subscription BriefsChanged($transcriptId:ID){briefsChanged(transcriptId:$transcriptId){revision}}" as TypedDocument<T.BriefsChangedSubscription, T.BriefsChangedSubscriptionVariables>;
