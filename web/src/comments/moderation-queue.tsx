import type { ComponentChildren, JSX } from 'preact';

import {
  BanCommenterDocument,
  DismissReportsDocument,
  ReviewCommentsDocument,
} from '../api/generated/moderation.ts';
import { RemoveCommentDocument } from '../api/generated/comments.ts';
import type { ReviewVerdict } from '../api/generated/types.ts';
import { request } from '../api/server.ts';
import { withoutWords } from '../live/comment-threads.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { commentsText } from '../text/comments.text.ts';
import { moderationText } from '../text/moderation.text.ts';
import { Button } from '../ui/button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { useAction, type Action } from '../ui/use-action.ts';
import type { Moderated } from './moderation.tsx';

interface QueueProps {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
  readonly moderated: Moderated;
  /** Called when something was decided. */
  readonly onDone: () => void;
}

/** What waits and what was reported: one by one, or all that waits at once. */
export function ModerationQueue(props: QueueProps): JSX.Element {
  const t = moderationText();
  const { heldComments, reportedComments } = props.moderated;
  return (
    <>
      <section class="stack-tight" aria-label={t.queue(heldComments.totalCount)}>
        <h2>{t.queue(heldComments.totalCount)}</h2>
        {heldComments.totalCount === 0 && <p class="soft small">{t.queueEmpty}</p>}
        {heldComments.totalCount > 1 && <ReviewAll {...props} />}
        {heldComments.edges.map(({ node }) => (
          <HeldRow key={node.id} held={node} {...props} />
        ))}
      </section>
      {reportedComments.totalCount > 0 && (
        <section class="stack-tight" aria-label={t.reported(reportedComments.totalCount)}>
          <h2>{t.reported(reportedComments.totalCount)}</h2>
          {reportedComments.edges.map(({ node }) => (
            <ReportedRow key={node.id} comment={node} {...props} />
          ))}
        </section>
      )}
    </>
  );
}

/** One decision at a time; whatever the answer, the queue is looked at again. */
function useDecision(
  onDone: () => void,
  decide: (verdict: ReviewVerdict) => Promise<unknown>,
): Action<[ReviewVerdict]> {
  return useAction(async (verdict: ReviewVerdict) => {
    await decide(verdict);
    onDone();
  });
}

function ReviewAll({ transcriptId, onDone }: QueueProps): JSX.Element {
  const t = moderationText();
  const decide = useDecision(onDone, (verdict) =>
    request(ReviewCommentsDocument, { input: { transcriptId, verdict } }),
  );
  return (
    <Acts fault={decide.fault.value}>
      <Button isBusy={decide.isBusy.value} onClick={() => decide.run('APPROVE')}>
        {t.approveAll}
      </Button>
      <Button isBusy={decide.isBusy.value} onClick={() => decide.run('REFUSE')}>
        {t.refuseAll}
      </Button>
    </Acts>
  );
}

type Held = Moderated['heldComments']['edges'][number]['node'];

function HeldRow({ transcriptId, held, onDone }: QueueProps & { readonly held: Held }): JSX.Element {
  const t = moderationText();
  const decide = useDecision(onDone, (verdict) =>
    request(ReviewCommentsDocument, { input: { transcriptId, ids: [held.id], verdict } }),
  );
  return (
    <article class="comment">
      <header class="row small">
        <strong dir="auto">{held.author.displayName}</strong>
        <span class="chip">{commentsText().kinds[held.author.kind]}</span>
        {held.reason === 'WORDS' && <span class="chip">{t.byWords}</span>}
        <span class="soft">
          <RelativeTime iso={held.createdAt} />
        </span>
      </header>
      {held.quote !== null && (
        <blockquote class="comment-quote small" dir="auto">
          {held.quote}
        </blockquote>
      )}
      <p class="comment-body" dir="auto">
        {held.body}
      </p>
      <Acts fault={decide.fault.value}>
        <Button look="primary" isBusy={decide.isBusy.value} onClick={() => decide.run('APPROVE')}>
          {t.approve}
        </Button>
        <Button isBusy={decide.isBusy.value} onClick={() => decide.run('REFUSE')}>
          {t.refuse}
        </Button>
        <Ban commentId={held.id} onDone={onDone} />
      </Acts>
    </article>
  );
}

type Reported = Moderated['reportedComments']['edges'][number]['node'];

function ReportedRow({ comment, live, onDone }: QueueProps & { readonly comment: Reported }): JSX.Element {
  const t = moderationText();
  const { reports, id, author, body } = comment;
  const act = useAction(async (isHidden: boolean) => {
    const input = { id };
    if (isHidden) {
      await request(RemoveCommentDocument, { input });
      live.mergeComment(withoutWords(comment));
    } else await request(DismissReportsDocument, { input });
    onDone();
  });
  return (
    <article class="comment">
      <header class="row small">
        <strong dir="auto">{author.displayName}</strong>
        <span class="chip">{t.reports(reports.totalCount)}</span>
      </header>
      <p class="comment-body" dir="auto">
        {body}
      </p>
      <ul class="small soft">
        {reports.edges.map(({ node }) => (
          <li key={node.id} dir="auto">
            {commentsText().reasons[node.reason]}
            {node.note !== null && ` · ${node.note}`}
          </li>
        ))}
      </ul>
      <Acts fault={act.fault.value}>
        <Button look="danger" isBusy={act.isBusy.value} onClick={() => act.run(true)}>
          {t.hide}
        </Button>
        <Button isBusy={act.isBusy.value} onClick={() => act.run(false)}>
          {t.dismiss}
        </Button>
        <Ban commentId={id} onDone={onDone} />
      </Acts>
    </article>
  );
}

/** It can be taken back further down, so it does not ask. */
export function Ban({
  commentId,
  onDone,
}: {
  readonly commentId: string;
  readonly onDone: () => void;
}): JSX.Element {
  const ban = useAction(async () => {
    await request(BanCommenterDocument, { input: { commentId } });
    onDone();
  });
  return (
    <>
      <Button look="quiet" isBusy={ban.isBusy.value} onClick={() => ban.run()}>
        {moderationText().ban}
      </Button>
      {ban.fault.value !== undefined && <span role="alert">{ban.fault.value}</span>}
    </>
  );
}

function Acts({
  fault,
  children,
}: {
  readonly fault: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <>
      <div class="row">{children}</div>
      {fault !== undefined && <p role="alert">{fault}</p>}
    </>
  );
}
