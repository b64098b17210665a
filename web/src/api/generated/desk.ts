// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const DeskFeedDocument = "subscription DeskFeed($transcriptId:ID!){deskFeed(transcriptId:$transcriptId){...DeskGlance}}fragment DeskGlance on TranscriptDoor{admission viewersUntil embedOrigins waitingCount waiting{id nickname createdAt}}" as TypedDocument<T.DeskFeedSubscription, T.DeskFeedSubscriptionVariables>;

export const DeskViewersDocument = "query DeskViewers($transcriptId:ID!$first:Int!$after:String){transcriptDoor(transcriptId:$transcriptId){viewers(first:$first after:$after){totalCount edges{node{id nickname createdAt}}pageInfo{endCursor hasNextPage}}}}" as TypedDocument<T.DeskViewersQuery, T.DeskViewersQueryVariables>;

export const DeskVisitsDocument = "query DeskVisits($transcriptId:ID!$first:Int!$after:String){transcriptDoor(transcriptId:$transcriptId){visits(first:$first after:$after){edges{node{id way visitorName addressPrefix createdAt}}pageInfo{endCursor hasNextPage}}wrongPasswords{day attempts}}}" as TypedDocument<T.DeskVisitsQuery, T.DeskVisitsQueryVariables>;

export const ChangeDoorDocument = "mutation ChangeDoor($input:ChangeDoorInput!){changeDoor(input:$input){__typename ...on ChangeDoorSuccess{door{...DeskGlance}}...on UserError{message}}}fragment DeskGlance on TranscriptDoor{admission viewersUntil embedOrigins waitingCount waiting{id nickname createdAt}}" as TypedDocument<T.ChangeDoorMutation, T.ChangeDoorMutationVariables>;

export const DecideViewersDocument = "mutation DecideViewers($input:DecideViewersInput!){decideViewers(input:$input){__typename ...on DecideViewersSuccess{decided door{...DeskGlance}}...on UserError{message}}}fragment DeskGlance on TranscriptDoor{admission viewersUntil embedOrigins waitingCount waiting{id nickname createdAt}}" as TypedDocument<T.DecideViewersMutation, T.DecideViewersMutationVariables>;

export const RevokeViewersDocument = "mutation RevokeViewers($input:RevokeViewersInput!){revokeViewers(input:$input){__typename ...on RevokeViewersSuccess{revoked}...on UserError{message}}}" as TypedDocument<T.RevokeViewersMutation, T.RevokeViewersMutationVariables>;
