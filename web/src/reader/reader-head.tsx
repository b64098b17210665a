import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import type { TranscriptFacts } from '../live/apply-event.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { readerText } from '../text/reader.text.ts';
import { Button } from '../ui/button.tsx';
import { ConnectionLamp } from '../ui/connection.tsx';
import { lazily } from '../ui/lazily.tsx';
import { LanguageSwitch, ThemeSwitch } from '../ui/switches.tsx';
import { stepTextSize } from './text-size.ts';
import type { Follow } from './use-follow.ts';

export interface HeadParts {
  /** The page's own h1, where it has one to give. */
  readonly heading?: (facts: TranscriptFacts, live: LiveTranscript) => JSX.Element;
  /** No frame stands around the page: it brings the switches for language and theme itself. */
  readonly isOnItsOwn?: boolean;
}

interface ReaderHeadProps extends HeadParts {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
  readonly follow: Follow;
}

const Find = lazily(() => import('./find.tsx').then((module) => module.Find), { lines: 1 });

/** Title and host; then, in sight however long the text, how it stands and what a reader sets for themselves. */
export function ReaderHead({
  transcriptId,
  live,
  follow,
  heading,
  isOnItsOwn,
}: ReaderHeadProps): JSX.Element | null {
  const t = readerText();
  const isFinding = useSignal(false);
  const facts = live.facts.value;
  useEffect(() => {
    if (facts !== null && heading === undefined) document.title = facts.title;
  }, [facts?.title, heading]);
  if (facts === null) return null;
  const isQuietlyOver = facts.status === 'ENDED' && live.connection.value.kind === 'live';
  return (
    <>
      <header class="reader-head">
        {heading?.(facts, live) ?? <h1 dir="auto">{facts.title}</h1>}
        <div class="row soft small">
          <span>{t.by(facts.owner.displayName)}</span>
          <span class={`chip${facts.status === 'LIVE' ? ' live' : ''}`}>{t.status[facts.status]}</span>
          {facts.status === 'LIVE' && <Present live={live} facts={facts} />}
          {isOnItsOwn === true && <ReaderSwitches />}
        </div>
      </header>
      <div class="reader-tools">
        <div class="row">
          {!isQuietlyOver && <ConnectionLamp connection={live.connection} />}
          <span class="row end" role="group" aria-label={t.textSize}>
            <Button onClick={() => stepTextSize(-1)}>
              A−<span class="visually-hidden">{t.smaller}</span>
            </Button>
            <Button onClick={() => stepTextSize(1)}>
              A+<span class="visually-hidden">{t.larger}</span>
            </Button>
          </span>
          <Button aria-expanded={isFinding.value} onClick={() => (isFinding.value = !isFinding.value)}>
            {t.find.title}
          </Button>
        </div>
        {isFinding.value && <Find {...{ transcriptId, live, follow }} />}
      </div>
    </>
  );
}

/** Who types, where it is not whose it is; and how many read along. */
function Present({
  live,
  facts,
}: {
  readonly live: LiveTranscript;
  readonly facts: TranscriptFacts;
}): JSX.Element {
  const t = readerText();
  const { leadWriter, owner } = facts;
  const count = live.audience.value ?? 0;
  return (
    <>
      {leadWriter.displayName !== owner.displayName && <span>{t.typist(leadWriter.displayName)}</span>}
      {count > 0 && <span class="tabular">{t.audience(count)}</span>}
    </>
  );
}

export function ReaderSwitches(): JSX.Element {
  return (
    <span class="row">
      <LanguageSwitch />
      <ThemeSwitch />
    </span>
  );
}
