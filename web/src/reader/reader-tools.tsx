import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { displayText } from '../text/display.text.ts';
import { notesText } from '../text/notes.text.ts';
import { readerText } from '../text/reader.text.ts';
import { Button } from '../ui/button.tsx';
import { ConnectionLamp } from '../ui/connection.tsx';
import { lazily } from '../ui/lazily.tsx';
import { SizeButtons } from './size-buttons.tsx';
import type { ReaderParts } from './reader-view.tsx';

const Find = lazily(async () => (await import('./find.tsx')).Find, { lines: 1 });
const DisplayPanel = lazily(async () => (await import('./settings/display-panel.tsx')).DisplayPanel, {
  texts: [displayText],
  lines: 4,
});

const NotesPanel = lazily(async () => (await import('./notes/notes-panel.tsx')).NotesPanel, {
  texts: [notesText],
  lines: 2,
});

const panels = { find: Find, display: DisplayPanel, notes: NotesPanel } as const;
export type PanelId = keyof typeof panels;

/** In sight however long the text: how the line stands, and what a reader sets and looks for. */
export function ReaderTools(parts: ReaderParts): JSX.Element {
  const t = readerText();
  const { reading, panel: open } = parts;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Opened by a key, with the focus nowhere: from its button on, the next Tab leads into it.
    if (open.value !== null && document.activeElement === document.body)
      bar.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus({ preventScroll: true });
  }, [open.value]);
  const close = (): void => {
    bar.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
    open.value = null;
  };
  const names: Readonly<Record<PanelId, string>> = { find: t.find.title, display: t.display, notes: t.notes };
  const Panel = open.value === null ? null : panels[open.value];
  return (
    <div
      ref={bar}
      class="reader-tools"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing && open.value !== null) close();
      }}
    >
      <div class="row">
        <Lamp {...parts} />
        <span class="row end" role="group" aria-label={t.textSize}>
          <SizeButtons reading={reading} />
        </span>
        {(Object.keys(panels) as PanelId[]).map((id) => (
          <Button
            key={id}
            aria-expanded={open.value === id}
            onClick={() => (open.value = open.value === id ? null : id)}
          >
            {names[id]}
          </Button>
        ))}
      </div>
      {Panel !== null && (
        <div class="reader-panel">
          <Panel {...parts} />
        </div>
      )}
    </div>
  );
}

/** In words, never in colour alone; what it is like before the start and after the end is said here, too. */
function Lamp({ live }: ReaderParts): JSX.Element {
  const t = readerText();
  const { kind } = live.connection.value;
  const status = live.facts.value?.status ?? 'LIVE';
  const isSteady = kind === 'live' || kind === 'quiet';
  if (isSteady && status !== 'LIVE') {
    return (
      <span class="lamp" data-kind={status.toLowerCase()}>
        <span class="dot" aria-hidden="true" />
        {status === 'READY' ? t.waiting : t.status.ENDED}
      </span>
    );
  }
  return <ConnectionLamp connection={live.connection} />;
}
