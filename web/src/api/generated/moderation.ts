// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const CommentModerationDocument = "query CommentModeration($id:ID!){transcript(id:$id){commentMode commentWords heldComments(first:50){totalCount edges{node{...HeldCommentFields}}}reportedComments(first:50){totalCount edges{node{...CommentFields reports(first:20){totalCount edges{node{id reason note}}}}}}commentBans(first:100){edges{node{id createdAt banned{displayName kind}}}}}}fragment HeldCommentFields on HeldComment{id body createdAt parentId segmentId quote reason isRefused author{displayName kind}}fragment CommentFields on Comment{...FeedCommentFields viewerIsAuthor viewerCanEdit}fragment FeedCommentFields on Comment{id seq body createdAt editedAt isRemoved parentId segmentId quote author{displayName kind}isAnswered}" as TypedDocument<T.CommentModerationQuery, T.CommentModerationQueryVariables>;

export const CommentsToDecideDocument = "query CommentsToDecide($id:ID!){transcript(id:$id){heldComments(first:1){totalCount}reportedComments(first:1){totalCount}}}" as TypedDocument<T.CommentsToDecideQuery, T.CommentsToDecideQueryVariables>;

export const ModerationNewsDocument = "subscription ModerationNews{memberFeed{__typename ...on CommentToReview{transcript{id}}}}" as TypedDocument<T.ModerationNewsSubscription, T.ModerationNewsSubscriptionVariables>;

export const SetCommentModeDocument = "mutation SetCommentMode($input:SetCommentModeInput!){setCommentMode(input:$input){transcript{id commentMode}}}" as TypedDocument<T.SetCommentModeMutation, T.SetCommentModeMutationVariables>;

export const SetCommentWordsDocument = "mutation SetCommentWords($input:SetCommentWordsInput!){setCommentWords(input:$input){__typename ...on SetCommentWordsSuccess{words}...on UserError{message}}}" as TypedDocument<T.SetCommentWordsMutation, T.SetCommentWordsMutationVariables>;

export const ReviewCommentsDocument = "mutation ReviewComments($input:ReviewCommentsInput!){reviewComments(input:$input){__typename ...on ReviewCommentsSuccess{decidedIds}...on UserError{message}}}" as TypedDocument<T.ReviewCommentsMutation, T.ReviewCommentsMutationVariables>;

export const DismissReportsDocument = "mutation DismissReports($input:DismissReportsInput!){dismissReports(input:$input){dismissedId}}" as TypedDocument<T.DismissReportsMutation, T.DismissReportsMutationVariables>;

export const BanCommenterDocument = "mutation BanCommenter($input:BanCommenterInput!){banCommenter(input:$input){__typename ...on BanCommenterSuccess{ban{id}}...on UserError{message}}}" as TypedDocument<T.BanCommenterMutation, T.BanCommenterMutationVariables>;

export const UnbanCommenterDocument = "mutation UnbanCommenter($input:UnbanCommenterInput!){unbanCommenter(input:$input){endedId}}" as TypedDocument<T.UnbanCommenterMutation, T.UnbanCommenterMutationVariables>;
