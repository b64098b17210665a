// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const SegmentHistoryDocument = "query SegmentHistory($id:ID!$segmentId:ID!){transcript(id:$id){segment(id:$segmentId){id revision history(first:100){edges{node{seq act speaker text isChecked madeBy madeAt}}}}}}" as TypedDocument<T.SegmentHistoryQuery, T.SegmentHistoryQueryVariables>;

export const SegmentsToSearchDocument = "query SegmentsToSearch($id:ID!$after:String){transcript(id:$id){segmentCount segments(first:100 after:$after){pageInfo{hasNextPage endCursor}edges{node{id revision speaker text}}}}}" as TypedDocument<T.SegmentsToSearchQuery, T.SegmentsToSearchQueryVariables>;

export const RemovedSegmentsDocument = "query RemovedSegments($id:ID!$after:String){transcript(id:$id){removedSegments(first:50 after:$after){pageInfo{hasNextPage endCursor}edges{node{id speaker text startedMs}}}}}" as TypedDocument<T.RemovedSegmentsQuery, T.RemovedSegmentsQueryVariables>;

export const TranscriptAsOfDocument = "query TranscriptAsOf($id:ID!$seq:Int!$after:String){transcript(id:$id){asOf(seq:$seq){seq at segments(first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}edges{node{id speaker text}}}}}}" as TypedDocument<T.TranscriptAsOfQuery, T.TranscriptAsOfQueryVariables>;
