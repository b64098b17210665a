import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { Brief } from '../../../briefs/brief.ts';
import { lookUp } from '../../../briefs/candidates.ts';
import { briefsText } from '../../../text/briefs.text.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import type { WritingParts } from '../room-parts.ts';
import type { RoomBriefs } from './room-briefs.ts';
import { showWithin } from './show-within.ts';

/** Names and terms prepared beforehand: found as one types, and put into the line by Enter. */
export function GlossaryPanel(parts: WritingParts): JSX.Element {
  const briefs = parts.briefs.value;
  return briefs === null ? <Skeleton lines={4} /> : <Glossary parts={parts} briefs={briefs} />;
}

interface GlossaryProps {
  readonly parts: WritingParts;
  readonly briefs: RoomBriefs;
}

function Glossary({ parts, briefs }: GlossaryProps): JSX.Element {
  const t = briefsText().glossary;
  const wanted = useSignal('');
  const chosen = useSignal(0);
  const list = useRef<HTMLUListElement>(null);
  const found = lookUp([briefs.event.briefs.value, briefs.own.briefs.value], wanted.value);
  const at = Math.min(chosen.value, Math.max(0, found.length - 1));
  const isEmpty = briefs.event.briefs.value.size === 0 && found.length === 0 && wanted.value === '';
  useEffect(() => {
    const line = list.current?.children[at] as HTMLElement | undefined;
    showWithin(line);
  }, [at]);
  const insert = (brief: Brief | undefined): void => {
    if (brief === undefined) return;
    putIntoLine(parts, brief.text);
    wanted.value = '';
    chosen.value = 0;
    parts.line.current?.focus();
  };
  const move = (event: KeyboardEvent, to: number): void => {
    event.preventDefault();
    chosen.value = Math.min(Math.max(to, 0), found.length - 1);
  };
  return (
    <div class="stack-tight brief-panel">
      <label class="field">
        <span>{t.lookUp}</span>
        <input
          class="bare"
          type="search"
          maxLength={100}
          autocomplete="off"
          role="combobox"
          list={undefined}
          aria-expanded="true"
          aria-controls="glossary-list"
          aria-activedescendant={found.length > 0 ? `term-${at}` : undefined}
          value={wanted.value}
          onInput={(event) => {
            wanted.value = event.currentTarget.value;
            chosen.value = 0;
          }}
          onKeyDown={(event) => {
            if (event.isComposing || event.keyCode === 229) return;
            if (event.key === 'ArrowDown') move(event, at + 1);
            if (event.key === 'ArrowUp') move(event, at - 1);
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            // The focus moves before the key is done: in the line it would mean something else.
            event.preventDefault();
            if (event.key === 'Enter') insert(found[at]);
            else parts.line.current?.focus();
          }}
        />
      </label>
      <p class="small soft">{t.hint}</p>
      {isEmpty && (
        <div class="row">
          <p class="soft">{t.empty}</p>
          <LinkButton href={`/briefs/${parts.transcriptId}`} target="_blank" rel="noopener">
            {briefsText().panel.manageEvent} ↗
          </LinkButton>
        </div>
      )}
      <p role="status" class="small soft">
        {found.length === 0 && wanted.value !== '' && t.nothing}
      </p>
      <ul ref={list} id="glossary-list" role="listbox" aria-label={t.lookUp} class="plain-list brief-lines">
        {found.map((brief, index) => (
          <li
            key={`${brief.code} ${brief.text}`}
            id={`term-${index}`}
            role="option"
            class="brief-line"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => insert(brief)}
          >
            <span dir="auto">{brief.text}</span> <code class="soft small">{brief.code}</code>
            {brief.note !== '' && <span class="soft small"> {brief.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** In the place of what is selected in the line, or at its caret. */
function putIntoLine({ line }: WritingParts, words: string): void {
  const reading = line.current?.read();
  if (reading == null) return;
  const { text, caret, anchor } = reading;
  const [start, end] = [Math.min(caret, anchor), Math.max(caret, anchor)];
  line.current?.put({ text: text.slice(0, start) + words + text.slice(end), caret: start + words.length });
}
