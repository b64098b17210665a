import type { Feature } from '../../platform/feature.ts';
import {
  CommentFieldsResolver,
  MemberCommentsResolver,
  TranscriptCommentsResolver,
} from './comment-fields.resolver.ts';
import { CommentEntity } from './comment.entity.ts';
import { CommentsResolver } from './comments.resolver.ts';

/** Comments on transcripts: threads one level deep, by guests and members. */
export const commentsFeature: Feature = {
  name: 'comments',
  entities: [CommentEntity],
  resolvers: [CommentsResolver, CommentFieldsResolver, TranscriptCommentsResolver, MemberCommentsResolver],
};
