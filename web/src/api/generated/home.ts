// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const PublicTranscriptListDocument = "query PublicTranscriptList($first:Int!$after:String$search:String){publicTranscripts(first:$first after:$after search:$search){edges{node{id title status createdAt owner{displayName}}}pageInfo{endCursor hasNextPage}}}" as TypedDocument<T.PublicTranscriptListQuery, T.PublicTranscriptListQueryVariables>;
