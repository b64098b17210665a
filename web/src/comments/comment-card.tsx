import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { EditCommentDocument, RemoveCommentDocument } from '../api/generated/comments.ts';
import { request } from '../api/server.ts';
import type { TranscriptFacts } from '../live/apply-event.ts';
import { withoutWords, type Comment } from '../live/comment-threads.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { commentsText } from '../text/comments.text.ts';
import { commonText } from '../text/common.text.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { useAction } from '../ui/use-action.ts';
import { CommentComposer } from './comment-composer.tsx';
import type { CommentParts } from './comment-parts.ts';
import { Quote } from './quote.tsx';
import { ReportComment } from './report-comment.tsx';

interface CommentCardProps {
  readonly comment: Comment;
  readonly parts: CommentParts;
  /** Absent where nobody can answer. */
  readonly onReply?: (() => void) | undefined;
}

/** Where a comment stands on the page, for the way to the next unread one. */
export const commentElementId = (id: string): string => `comment-${id}`;

/** One comment; the host's are set apart. */
export function CommentCard({ comment, parts, onReply }: CommentCardProps): JSX.Element {
  const t = commentsText();
  const { live, shelf, unread } = parts;
  const isEditing = useSignal(false);
  const { author, body, createdAt, editedAt, isRemoved } = comment;
  // Who has lost the right to read can still read what is on the page, and nothing more.
  const isOver = live.connection.value.kind === 'ended';
  const isUnread = unread.isUnread(comment);
  const look = `${author.kind === 'OWNER' ? ' by-owner' : ''}${isUnread ? ' unread' : ''}`;
  return (
    <article id={commentElementId(comment.id)} class={`comment${look}`} tabIndex={-1}>
      <header class="row small">
        <strong dir="auto">{author.displayName}</strong>
        <span class="chip">{t.kinds[author.kind]}</span>
        {isUnread && <span class="chip live">{t.newMark}</span>}
        <span class="soft">
          <RelativeTime iso={createdAt} />
          {editedAt !== null && ` · ${t.edited}`}
        </span>
      </header>
      {isRemoved && <p class="soft">{t.removed}</p>}
      {!isRemoved && isEditing.value && (
        <EditComment comment={comment} live={live} onDone={() => (isEditing.value = false)} />
      )}
      {!isRemoved && !isEditing.value && (
        <>
          {comment.quote !== null && <Quote comment={comment} shelf={shelf} />}
          <p class="comment-body" dir="auto">
            {body}
          </p>
          <div class="comment-acts" hidden={isOver}>
            {onReply !== undefined && (
              <Button look="quiet" onClick={onReply}>
                {t.reply}
              </Button>
            )}
            {comment.viewerCanEdit && (
              <Button look="quiet" onClick={() => (isEditing.value = true)}>
                {t.edit}
              </Button>
            )}
            {canRemove(comment, live.facts.value) && <RemoveComment comment={comment} live={live} />}
            {canReport(live.facts.value) && author.kind !== 'OWNER' && !shelf.isOwn(comment) && (
              <ReportComment comment={comment} />
            )}
          </div>
        </>
      )}
    </article>
  );
}

/** As `viewerCanRemove` says it, which the feed does not tell of each comment. */
const canRemove = ({ viewerIsAuthor }: Comment, facts: TranscriptFacts | null): boolean =>
  viewerIsAuthor || facts?.viewerCanWrite === true;

/** Whoever decides about comments takes them away instead of reporting them. */
const canReport = (facts: TranscriptFacts | null): boolean =>
  facts?.viewerCanComment === true && !facts.viewerCanWrite;

interface OneComment {
  readonly comment: Comment;
  readonly live: LiveTranscript;
}

interface EditCommentProps extends OneComment {
  readonly onDone: () => void;
}

function EditComment({ comment, live, onDone }: EditCommentProps): JSX.Element {
  const t = commentsText();
  const problem = useSignal<string | undefined>(undefined);
  const save = useAction(async (body: string) => {
    const { editComment: result } = await request(EditCommentDocument, { input: { id: comment.id, body } });
    if (result.__typename !== 'EditCommentSuccess') {
      problem.value = result.message;
      return;
    }
    live.mergeComment(result.comment);
    onDone();
  });
  const message = save.fault.value ?? problem.value;
  return (
    <>
      <CommentComposer
        label={t.editLabel}
        submit={commonText().save}
        initialText={comment.body}
        isOpenedByUser
        isBusy={save.isBusy.value}
        onSubmit={save.run}
        onCancel={onDone}
      />
      {message !== undefined && (
        <p class="error small" role="alert">
          {message}
        </p>
      )}
    </>
  );
}

/** There is no undo for it, so it asks. */
function RemoveComment({ comment, live }: OneComment): JSX.Element {
  const t = commentsText();
  const isAsking = useSignal(false);
  const remove = useAction(async () => {
    await request(RemoveCommentDocument, { input: { id: comment.id } });
    live.mergeComment(withoutWords(comment));
    isAsking.value = false;
  });
  return (
    <>
      <Button look="quiet" onClick={() => (isAsking.value = true)}>
        {t.remove}
      </Button>
      <ConfirmDialog
        isOpen={isAsking.value}
        title={t.removeTitle(comment.author.displayName)}
        action={t.remove}
        isDangerous
        isBusy={remove.isBusy.value}
        onConfirm={() => remove.run()}
        onClose={() => (isAsking.value = false)}
      >
        <p>{t.removeText}</p>
        {remove.fault.value !== undefined && <p role="alert">{remove.fault.value}</p>}
      </ConfirmDialog>
    </>
  );
}
