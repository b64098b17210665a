import type { Feature } from '../../platform/feature.ts';
import {
  CommentFieldsResolver,
  MemberCommentsResolver,
  TranscriptCommentsResolver,
} from './comment-fields.resolver.ts';
import {
  CommentBanEntity,
  CommentReportEntity,
  CommentSettingsEntity,
  HeldCommentEntity,
} from './comment-moderation.entity.ts';
import {
  CommentModerationResolver,
  CommentReportsResolver,
  SegmentCommentsResolver,
  TranscriptModerationResolver,
} from './comment-moderation.resolver.ts';
import { CommentEntity } from './comment.entity.ts';
import { CommentsResolver } from './comments.resolver.ts';

/** Comments on transcripts: threads one level deep, by guests and members; and what their host decides about them. */
export const commentsFeature: Feature = {
  name: 'comments',
  entities: [CommentEntity, CommentSettingsEntity, HeldCommentEntity, CommentReportEntity, CommentBanEntity],
  resolvers: [
    CommentsResolver,
    CommentFieldsResolver,
    TranscriptCommentsResolver,
    MemberCommentsResolver,
    CommentModerationResolver,
    TranscriptModerationResolver,
    CommentReportsResolver,
    SegmentCommentsResolver,
  ],
};
