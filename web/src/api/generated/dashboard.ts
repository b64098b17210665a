// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const DashboardDocument = "query Dashboard{me{cardPoints{balance debt}receivedComments(first:5){totalCount edges{node{...DashboardComment}}}waiting:receivedComments(first:1 unansweredOnly:true){totalCount}transcripts(first:5){edges{node{...DashboardTranscript}}}}announcements(first:5){edges{node{...DashboardAnnouncement}}}}fragment DashboardComment on Comment{id body createdAt parentId isAnswered author{displayName kind}transcript{id title commentCount}}fragment DashboardTranscript on Transcript{id title status visibility characterCount updatedAt shareCode viewPasswordSet}fragment DashboardAnnouncement on Announcement{id title bodyHtml publishedAt}" as TypedDocument<T.DashboardQuery, T.DashboardQueryVariables>;

export const DashboardBalanceDocument = "query DashboardBalance{me{cardPoints{balance debt}}}" as TypedDocument<T.DashboardBalanceQuery, T.DashboardBalanceQueryVariables>;

export const DashboardCommentsDocument = "query DashboardComments{me{receivedComments(first:5){totalCount edges{node{...DashboardComment}}}waiting:receivedComments(first:1 unansweredOnly:true){totalCount}}}fragment DashboardComment on Comment{id body createdAt parentId isAnswered author{displayName kind}transcript{id title commentCount}}" as TypedDocument<T.DashboardCommentsQuery, T.DashboardCommentsQueryVariables>;

export const DashboardTranscriptsDocument = "query DashboardTranscripts{me{transcripts(first:5){edges{node{...DashboardTranscript}}}}}fragment DashboardTranscript on Transcript{id title status visibility characterCount updatedAt shareCode viewPasswordSet}" as TypedDocument<T.DashboardTranscriptsQuery, T.DashboardTranscriptsQueryVariables>;

export const DashboardAnnouncementsDocument = "query DashboardAnnouncements{announcements(first:5){edges{node{...DashboardAnnouncement}}}}fragment DashboardAnnouncement on Announcement{id title bodyHtml publishedAt}" as TypedDocument<T.DashboardAnnouncementsQuery, T.DashboardAnnouncementsQueryVariables>;

export const AnswerCommentDocument = "mutation AnswerComment($input:AddCommentInput!){addComment(input:$input){__typename ...on UserError{message}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}}}" as TypedDocument<T.AnswerCommentMutation, T.AnswerCommentMutationVariables>;
