import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { FindInTranscriptDocument } from '../api/generated/find.ts';
import type { FindInTranscriptQuery } from '../api/generated/types.ts';
import { request } from '../api/server.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { formatClock } from '../text/format.ts';
import { readerText } from '../text/reader.text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { submitting, textOf } from '../ui/form-fields.ts';
import { Pager } from '../ui/pager.tsx';
import { useAction } from '../ui/use-action.ts';
import { showSegment } from './show-segment.ts';
import type { Follow } from './use-follow.ts';

export interface FindProps {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
  readonly follow: Follow;
}

type Found = NonNullable<FindInTranscriptQuery['transcript']>['segments'];

/** Search over the whole transcript, also over what is not on the page yet. */
export function Find({ transcriptId, live, follow }: FindProps): JSX.Element {
  const t = readerText().find;
  const words = useSignal('');
  const found = useSignal<Found | undefined>(undefined);
  const find = useAction(async (search: string, after: string | null) => {
    words.value = search;
    // Whoever looks for something is looking at something else than the newest line.
    follow.pause();
    const { transcript } = await request(FindInTranscriptDocument, { id: transcriptId, search, after });
    if (transcript === null) return;
    const earlier = after === null ? [] : (found.peek()?.edges ?? []);
    found.value = { ...transcript.segments, edges: [...earlier, ...transcript.segments.edges] };
  });
  const form = useRef<HTMLFormElement>(null);
  // Whoever opens the search is about to type into it.
  useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  const submit = (form: HTMLFormElement): void => {
    const search = textOf(form, 'search').trim();
    if (search !== '') find.run(search, null);
  };
  const page = found.value;
  return (
    <div class="reader-find panel stack-tight">
      <form ref={form} role="search" onSubmit={submitting(submit)}>
        <Field label={t.label} type="search" name="search" error={find.fault.value}>
          <div class="row">
            <Button type="submit" look="primary" isBusy={find.isBusy.value}>
              {t.submit}
            </Button>
            {page !== undefined && <Button onClick={() => (found.value = undefined)}>{t.clear}</Button>}
          </div>
        </Field>
      </form>
      <p role="status" class="small">
        {page !== undefined && t.found(page.totalCount)}
      </p>
      {page !== undefined && page.edges.length > 0 && (
        <ul class="plain-list" aria-label={t.results}>
          {page.edges.map(({ node }) => (
            <li key={node.id}>
              <button
                type="button"
                class="reader-hit"
                onClick={() => void showSegment({ live, follow }, node.id)}
              >
                <span class="soft small tabular">{formatClock(node.startedMs)} </span>
                {node.speaker !== null && <strong>{node.speaker} </strong>}
                <Marked text={node.text} words={words.value} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Pager
        hasMore={page?.pageInfo.hasNextPage ?? false}
        isLoading={find.isBusy.value}
        onMore={() => find.run(words.peek(), page?.pageInfo.endCursor ?? null)}
      />
    </div>
  );
}

/** The first place where the words stand, marked; the server compares without case, and so does this. */
function Marked({ text, words }: { readonly text: string; readonly words: string }): JSX.Element {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (at === -1) return <>{text}</>;
  const end = at + words.length;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  );
}
