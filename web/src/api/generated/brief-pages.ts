// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const OwnBriefsDocument = "query OwnBriefs($first:Int!$after:String$search:String){me{briefDictionary{...BriefPageFields}}}fragment BriefPageFields on BriefDictionary{revision entryCount entries(first:$first after:$after search:$search){totalCount edges{node{id:code code text note}}pageInfo{endCursor hasNextPage}}}" as TypedDocument<T.OwnBriefsQuery, T.OwnBriefsQueryVariables>;

export const EventBriefsDocument = "query EventBriefs($transcriptId:ID!$first:Int!$after:String$search:String){transcript(id:$transcriptId){id title briefDictionary{...BriefPageFields}}}fragment BriefPageFields on BriefDictionary{revision entryCount entries(first:$first after:$after search:$search){totalCount edges{node{id:code code text note}}pageInfo{endCursor hasNextPage}}}" as TypedDocument<T.EventBriefsQuery, T.EventBriefsQueryVariables>;
