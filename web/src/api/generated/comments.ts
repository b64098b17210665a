// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const AddCommentDocument = "mutation AddComment($input:AddCommentInput!){addComment(input:$input){__typename ...on AddCommentSuccess{comment{...CommentFields}}...on UserError{message}...on TooManyAttempts{retryAfterSeconds}}}fragment CommentFields on Comment{...FeedCommentFields viewerCanEdit viewerCanRemove}fragment FeedCommentFields on Comment{id seq body createdAt editedAt isRemoved parentId author{displayName kind}isAnswered}" as TypedDocument<T.AddCommentMutation, T.AddCommentMutationVariables>;

export const EditCommentDocument = "mutation EditComment($input:EditCommentInput!){editComment(input:$input){__typename ...on EditCommentSuccess{comment{...CommentFields}}...on UserError{message}}}fragment CommentFields on Comment{...FeedCommentFields viewerCanEdit viewerCanRemove}fragment FeedCommentFields on Comment{id seq body createdAt editedAt isRemoved parentId author{displayName kind}isAnswered}" as TypedDocument<T.EditCommentMutation, T.EditCommentMutationVariables>;

export const RemoveCommentDocument = "mutation RemoveComment($input:RemoveCommentInput!){removeComment(input:$input){removedId}}" as TypedDocument<T.RemoveCommentMutation, T.RemoveCommentMutationVariables>;
