export { commentsFeature } from './comments.feature.ts';
export { commentFromLog, type CommentLogEvent, type CommentPayload } from './comment-log.rules.ts';
export { commentCharactersMax, type CommentRow } from './comment.rules.ts';
export { Comment } from './comment.types.ts';
export { commentById, commentsByIds } from './comments.queries.ts';
export type {} from './comment.events.ts';
