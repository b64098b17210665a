// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const AddCommentDocument = "mutation AddComment($input:AddCommentInput!){addComment(input:$input){__typename ...on AddCommentSuccess{comment{...CommentFields}}...on UserError{message}...on TooManyAttempts{retryAfterSeconds}...on CommentHeld{held{...HeldCommentFields}}}}fragment CommentFields on Comment{...FeedCommentFields viewerIsAuthor viewerCanEdit}fragment FeedCommentFields on Comment{id seq body createdAt editedAt isRemoved parentId segmentId quote author{displayName kind}isAnswered}fragment HeldCommentFields on HeldComment{id body createdAt parentId segmentId quote reason isRefused author{displayName kind}}" as TypedDocument<T.AddCommentMutation, T.AddCommentMutationVariables>;

export const OwnHeldCommentsDocument = "query OwnHeldComments($id:ID!){transcript(id:$id){heldComments(first:100){edges{node{...HeldCommentFields}}}}}fragment HeldCommentFields on HeldComment{id body createdAt parentId segmentId quote reason isRefused author{displayName kind}}" as TypedDocument<T.OwnHeldCommentsQuery, T.OwnHeldCommentsQueryVariables>;

export const CommentedSegmentsDocument = "query CommentedSegments($id:ID!$after:String){transcript(id:$id){lastSeq commentedSegments(first:100 after:$after){edges{node{id commentCount}}pageInfo{endCursor hasNextPage}}}}" as TypedDocument<T.CommentedSegmentsQuery, T.CommentedSegmentsQueryVariables>;

export const ReportCommentDocument = "mutation ReportComment($input:ReportCommentInput!){reportComment(input:$input){__typename ...on UserError{message}}}" as TypedDocument<T.ReportCommentMutation, T.ReportCommentMutationVariables>;

export const EditCommentDocument = "mutation EditComment($input:EditCommentInput!){editComment(input:$input){__typename ...on EditCommentSuccess{comment{...CommentFields}}...on UserError{message}}}fragment CommentFields on Comment{...FeedCommentFields viewerIsAuthor viewerCanEdit}fragment FeedCommentFields on Comment{id seq body createdAt editedAt isRemoved parentId segmentId quote author{displayName kind}isAnswered}" as TypedDocument<T.EditCommentMutation, T.EditCommentMutationVariables>;

export const RemoveCommentDocument = "mutation RemoveComment($input:RemoveCommentInput!){removeComment(input:$input){removedId}}" as TypedDocument<T.RemoveCommentMutation, T.RemoveCommentMutationVariables>;
