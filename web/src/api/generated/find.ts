// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const FindInTranscriptDocument = "query FindInTranscript($id:ID!$search:String!$after:String){transcript(id:$id){segments(first:50 search:$search after:$after){totalCount edges{node{id speaker text startedMs}}pageInfo{endCursor hasNextPage}}}}" as TypedDocument<T.FindInTranscriptQuery, T.FindInTranscriptQueryVariables>;
