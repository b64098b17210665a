import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import type { TranscriptFacts } from '../live/apply-event.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { readerText } from '../text/reader.text.ts';
import { LanguageSwitch, ThemeSwitch } from '../ui/switches.tsx';

export interface HeadParts {
  /** The page's own h1, where it has one to give. */
  readonly heading?: (facts: TranscriptFacts, live: LiveTranscript) => JSX.Element;
  /** No frame stands around the page: it brings the switches for language and theme itself. */
  readonly isOnItsOwn?: boolean;
}

interface ReaderHeadProps extends HeadParts {
  readonly live: LiveTranscript;
}

/** Title and host; and where no frame has them, the switches for language and theme. */
export function ReaderHead({ live, heading, isOnItsOwn }: ReaderHeadProps): JSX.Element | null {
  const t = readerText();
  const facts = live.facts.value;
  useEffect(() => {
    if (facts !== null && heading === undefined) document.title = facts.title;
  }, [facts?.title, heading]);
  if (facts === null) return null;
  return (
    <header class="reader-head">
      {heading?.(facts, live) ?? <h1 dir="auto">{facts.title}</h1>}
      <div class="row soft small">
        <span>{t.by(facts.owner.displayName)}</span>
        <span class={`chip${facts.status === 'LIVE' ? ' live' : ''}`}>{t.status[facts.status]}</span>
        {facts.status === 'LIVE' && <Present live={live} facts={facts} />}
        {isOnItsOwn === true && <ReaderSwitches />}
      </div>
    </header>
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
