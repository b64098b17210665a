import './room.css';

import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { RoomStartDocument } from '../../api/generated/room.ts';
import type { UnfinishedTranscriptFragment } from '../../api/generated/types.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { roomText } from '../../text/room.text.ts';
import { LinkButton } from '../../ui/button.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { ImportForm } from './import-form.tsx';
import { StartForm } from './start-form.tsx';

/** 进行速录: one form away from typing, what waits to be continued, and the import of a text that exists. */
export function StartPage(): JSX.Element {
  const t = roomText().start;
  const { state, reload } = useQuery(RoomStartDocument, {});
  const { result, error } = state.value;
  useEffect(() => {
    // Sessions end and points move elsewhere: what this page says is asked again when it is looked at again.
    addEventListener('focus', reload);
    return () => removeEventListener('focus', reload);
  }, []);
  const me = result?.me;
  return (
    <>
      <PageHeading title={t.title}>
        <LinkButton href="/briefs">{roomText().briefs}</LinkButton>
      </PageHeading>
      {me == null && error !== undefined && <ErrorState error={error} onRetry={reload} />}
      {me == null && error === undefined && <Skeleton lines={6} />}
      {me != null && (
        <div class="start-page">
          <div class="stack">
            {me.cardPoints.balance < 1 && <NoPoints />}
            <StartForm
              balance={me.cardPoints.balance}
              hasDefaultPassword={me.defaultViewPasswordSet}
              onFailed={reload}
            />
          </div>
          <Unfinished transcripts={[me.live, me.ready, me.ended].flatMap(nodesOf)} />
          <ImportForm />
        </div>
      )}
    </>
  );
}

interface List {
  readonly edges: readonly { readonly node: UnfinishedTranscriptFragment }[];
}

function nodesOf({ edges }: List): readonly UnfinishedTranscriptFragment[] {
  return edges.map(({ node }) => node);
}

function NoPoints(): JSX.Element {
  const t = roomText().start;
  return (
    <div class="notice warn row" role="status">
      <span>{t.noPoints}</span>
      <LinkButton href="/balance">{t.topUp}</LinkButton>
    </div>
  );
}

function Unfinished({
  transcripts,
}: {
  readonly transcripts: readonly UnfinishedTranscriptFragment[];
}): JSX.Element {
  const t = roomText().start;
  return (
    <section class="stack-tight" aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">{t.continueTitle}</h2>
      {transcripts.length === 0 && <p class="soft">{t.empty}</p>}
      <ul class="plain-list">
        {transcripts.map(({ id, title, status, updatedAt, characterCount }) => (
          <li key={id} class="unfinished">
            <div>
              <a href={`/transcribe/${id}`} dir="auto">
                {title}
              </a>
              <p class="soft small">
                <span class={`chip${status === 'LIVE' ? ' live' : ''}`}>{t.status[status]}</span>{' '}
                {t.characters(characterCount)} · <RelativeTime iso={updatedAt} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
