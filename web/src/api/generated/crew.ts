// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const CrewPeopleDocument = "query CrewPeople($id:ID!){transcript(id:$id){crew{...CrewPerson}}}fragment CrewPerson on CrewMember{memberId writerKey displayName role isLead isViewer presence{activity segmentId}}" as TypedDocument<T.CrewPeopleQuery, T.CrewPeopleQueryVariables>;

export const CrewMessagesDocument = "query CrewMessages($id:ID!$before:String){transcript(id:$id){crewMessages(last:50 before:$before){edges{node{...CrewMessageFields}}pageInfo{startCursor hasPreviousPage}}}}fragment CrewMessageFields on CrewMessage{id seq authorId author{displayName}body createdAt}" as TypedDocument<T.CrewMessagesQuery, T.CrewMessagesQueryVariables>;

export const CrewFeedDocument = "subscription CrewFeed($id:ID!$after:Int!){crewFeed(transcriptId:$id after:$after){__typename ...on CrewMessagePosted{seq message{...CrewMessageFields}}...on WriterPresent{memberId presence{activity segmentId}}...on CrewChanged{transcriptId}}}fragment CrewMessageFields on CrewMessage{id seq authorId author{displayName}body createdAt}" as TypedDocument<T.CrewFeedSubscription, T.CrewFeedSubscriptionVariables>;

export const PostCrewMessageDocument = "mutation PostCrewMessage($input:PostCrewMessageInput!){postCrewMessage(input:$input){__typename ...on PostCrewMessageSuccess{posted{...CrewMessageFields}}...on UserError{message}}}fragment CrewMessageFields on CrewMessage{id seq authorId author{displayName}body createdAt}" as TypedDocument<T.PostCrewMessageMutation, T.PostCrewMessageMutationVariables>;

export const ShowPresenceDocument = "mutation ShowPresence($input:ShowPresenceInput!){showPresence(input:$input){shown}}" as TypedDocument<T.ShowPresenceMutation, T.ShowPresenceMutationVariables>;

export const TakeLeadDocument = "mutation TakeLead($input:TakeLeadInput!){takeLead(input:$input){transcript{id}}}" as TypedDocument<T.TakeLeadMutation, T.TakeLeadMutationVariables>;

export const HandOverDocument = "mutation HandOver($input:HandOverInput!){handOver(input:$input){__typename ...on UserError{message}}}" as TypedDocument<T.HandOverMutation, T.HandOverMutationVariables>;

export const InviteToCrewDocument = "mutation InviteToCrew($input:InviteToCrewInput!){inviteToCrew(input:$input){__typename ...on UserError{message}}}" as TypedDocument<T.InviteToCrewMutation, T.InviteToCrewMutationVariables>;

export const RemoveFromCrewDocument = "mutation RemoveFromCrew($input:RemoveFromCrewInput!){removeFromCrew(input:$input){transcript{id}}}" as TypedDocument<T.RemoveFromCrewMutation, T.RemoveFromCrewMutationVariables>;

export const LeaveCrewDocument = "mutation LeaveCrew($input:LeaveCrewInput!){leaveCrew(input:$input){leftId}}" as TypedDocument<T.LeaveCrewMutation, T.LeaveCrewMutationVariables>;

export const CrewTranscriptsDocument = "query CrewTranscripts($first:Int!$after:String){me{crewTranscripts(first:$first after:$after){edges{node{id title status updatedAt viewerCanWrite owner{displayName}}}pageInfo{endCursor hasNextPage}}}}" as TypedDocument<T.CrewTranscriptsQuery, T.CrewTranscriptsQueryVariables>;
