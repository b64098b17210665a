import type { CommentsText } from './comments.zh.ts';
import { formatNumber } from './format.ts';

export const commentsEn: CommentsText = {
  title: 'Comments',
  list: 'Comments',
  empty: 'No comments yet.',
  older: 'Show earlier comments',
  fresh: (count) => `Show ${formatNumber(count)} new ${count === 1 ? 'comment' : 'comments'}`,
  kinds: { OWNER: 'Host', MEMBER: 'Member', GUEST: 'Guest' },
  edited: 'edited',
  removed: 'This comment was removed.',
  write: 'Write a comment',
  writeAs: (name) => `Posted as “${name}”, for every reader to see.`,
  post: 'Post',
  reply: 'Reply',
  replyTo: (name) => `Reply to ${name}`,
  sendReply: 'Send reply',
  edit: 'Edit',
  editLabel: 'Edit comment',
  remove: 'Remove',
  removeTitle: (name) => `Remove this comment by ${name}?`,
  removeText: 'Its words are deleted and cannot be brought back; a mark stays in its place.',
  sending: 'Sending…',
  failed: 'Not sent',
  discard: 'Discard',
  moreReplies: 'There are more replies than are shown here.',
  cannotComment: 'You can read here, but not comment.',
};
