import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { dashboardText } from '../../text/dashboard.text.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { AnswerForm } from './answer-form.tsx';
import { joinNews } from './comment-news.ts';
import type { Received, ReceivedComment } from './dashboard-panels.ts';

interface LatestCommentsProps {
  readonly received: Received;
  readonly onAnswered: () => void;
}

/** How many comments, on which titles, and an answer in place (M18.3). What is new waits behind a button. */
export function LatestComments({ received, onAnswered }: LatestCommentsProps): JSX.Element {
  const t = dashboardText().comments;
  const newest = received.receivedComments.edges.map(({ node }) => node);
  const kept = useRef<readonly ReceivedComment[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const isAsked = useSignal(false);
  const { shown, waiting } = joinNews(isAsked.value ? [] : kept.current, newest);
  // The newest page may be shorter than what stands here; whoever asks for the news starts afresh.
  kept.current = shown;
  useEffect(() => {
    if (!isAsked.peek()) return;
    isAsked.value = false;
    list.current?.querySelector<HTMLElement>('a')?.focus();
  }, [isAsked.value]);
  return (
    <section class="panel stack" aria-labelledby="comments-title">
      <div class="row row-between">
        <h2 id="comments-title">{t.title}</h2>
        <span class="soft small">
          {t.count(received.receivedComments.totalCount, received.waiting.totalCount)}
        </span>
      </div>
      <div role="status">
        {waiting.length > 0 && (
          <Button isWide onClick={() => (isAsked.value = true)}>
            {t.fresh(waiting.length)}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t.empty} action={<LinkButton href="/content">{t.emptyAction}</LinkButton>}>
          {t.emptyText}
        </EmptyState>
      ) : (
        <ul ref={list} class="plain-list received-list">
          {shown.map((comment) => (
            <CommentLine key={comment.id} {...{ comment, onAnswered }} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface CommentLineProps {
  readonly comment: ReceivedComment;
  readonly onAnswered: () => void;
}

function CommentLine({ comment, onAnswered }: CommentLineProps): JSX.Element {
  const t = dashboardText().comments;
  const isAnswering = useSignal(false);
  const button = useRef<HTMLDivElement>(null);
  const { author, transcript } = comment;
  const close = (): void => {
    isAnswering.value = false;
    button.current?.querySelector('button')?.focus();
  };
  return (
    <li class="stack-tight">
      <p class="row received-head">
        <strong>{author.displayName}</strong>
        {author.kind === 'GUEST' && <span class="chip">{t.guest}</span>}
        <a href={`/t/${transcript.id}`}>{t.on(transcript.title)}</a>
        <span class="soft small">
          {t.onCount(transcript.commentCount)} · <RelativeTime iso={comment.createdAt} />
        </span>
      </p>
      <Excerpt body={comment.body} />
      <div ref={button} class="row received-acts">
        {comment.isAnswered && <span class="chip answered">✓ {t.answered}</span>}
        <Button
          aria-expanded={isAnswering.value}
          aria-label={t.replyTo(author.displayName)}
          onClick={() => (isAnswering.value = !isAnswering.value)}
        >
          {t.reply}
        </Button>
      </div>
      {isAnswering.value && <AnswerForm {...{ comment, onAnswered }} onClose={close} />}
    </li>
  );
}

/** Beyond this a comment is folded. */
const excerptCharacters = 160;

function Excerpt({ body }: { readonly body: string }): JSX.Element {
  const t = dashboardText().comments;
  const isOpen = useSignal(false);
  const characters = [...body];
  const isLong = characters.length > excerptCharacters;
  return (
    <p class="received-body">
      {isLong && !isOpen.value ? `${characters.slice(0, excerptCharacters).join('')}…` : body}{' '}
      {isLong && (
        <button
          type="button"
          class="link"
          aria-expanded={isOpen.value}
          onClick={() => (isOpen.value = !isOpen.value)}
        >
          {isOpen.value ? t.less : t.more}
        </button>
      )}
    </p>
  );
}
