// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const AnnouncementListDocument = "query AnnouncementList($first:Int!$after:String){announcements(first:$first after:$after){edges{node{id title bodyHtml publishedAt}}pageInfo{endCursor hasNextPage}}}" as TypedDocument<T.AnnouncementListQuery, T.AnnouncementListQueryVariables>;
