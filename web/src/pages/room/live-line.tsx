import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';

import { keysFor } from '../../app/keymap.ts';
import { useKey } from '../../app/use-key.ts';
import { lineText } from '../../text/line.text.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { lineKeys } from './line-keys.ts';
import type { WritingParts } from './room-parts.ts';
import { SaveLamp, saveWords } from './save-lamp.tsx';
import { QuickSpeakers } from './speakers.tsx';
import { useLine, type Line } from './use-line.ts';

interface LiveLineProps extends WritingParts {
  /** What opens the side sheet. */
  readonly buttons: JSX.Element;
}

/** What is held back is marked only where a writer holds back. */
const HeldMark = lazyPart({ load: async () => (await import('./line/held-mark.tsx')).HeldMark });
const HeldCount = lazyPart({ load: async () => (await import('./line/held-mark.tsx')).HeldCount });

/**
 * The line being typed: one uncontrolled field, so that nothing but the writer ever changes what stands in it.
 * While an IME composes, nothing is taken from it and nothing is sent.
 */
export function LiveLine({ buttons, ...parts }: LiveLineProps): JSX.Element {
  const { outbox, live } = parts;
  const t = roomText();
  const line = useLine(parts);
  const keys = useMemo(() => lineKeys(parts, line), [line]);
  useKey('showSaved', () => showToast({ text: saveWords(outbox, true) }));
  const isHeld = parts.typing.holdBack.value.unit !== 'none';
  // Over and nothing left to send: the line would only invite what nobody sees. Computed, so that a key renders nothing.
  const isIdle = useComputed(
    () =>
      live.facts.value?.status !== 'LIVE' &&
      outbox.draft.value.text === '' &&
      outbox.pending.value.length === 0,
  ).value;
  return (
    <form
      class="live-line"
      onSubmit={(event) => {
        event.preventDefault();
        line.commit();
        line.element.current?.focus();
      }}
      onKeyDown={keys.form}
    >
      <div class="row live-line-top">
        <SpeakerField line={line} isHidden={isIdle} />
        {!isIdle && (
          <QuickSpeakers
            speakers={parts.speakers}
            current={line.speaker.value}
            onPick={line.speak}
            onRename={parts.renameSpeaker}
          />
        )}
        <span class="row live-line-state">
          <SaveLamp outbox={outbox} />
          {buttons}
        </span>
      </div>
      <div class="live-line-field" hidden={isIdle}>
        <div class="line-box">
          {isHeld && <HeldMark outbox={outbox} element={line.element} />}
          <textarea
            class="bare"
            ref={line.element}
            rows={2}
            aria-label={t.line}
            aria-describedby={isHeld ? 'live-line-hint held-count' : 'live-line-hint'}
            autocomplete="off"
            onKeyDown={(event) => {
              if (parts.briefs.peek()?.pressed(event) === true) return;
              line.field.on.keydown(event);
              keys.field(event);
            }}
            onBeforeInput={line.field.on.beforeinput}
            onInput={line.field.on.input}
            onCompositionStart={line.field.on.compositionstart}
            onCompositionEnd={line.field.on.compositionend}
          />
        </div>
        <Button type="submit" look="primary">
          {t.commit}
        </Button>
      </div>
      {isHeld && !isIdle && <HeldCount outbox={outbox} />}
      <Hint parts={parts} isHidden={isIdle} />
    </form>
  );
}

interface SpeakerFieldProps {
  readonly line: Line;
  readonly isHidden: boolean;
}

function SpeakerField({ line, isHidden }: SpeakerFieldProps): JSX.Element {
  const t = roomText();
  return (
    <input
      hidden={isHidden}
      ref={line.speakerField}
      class="bare speaker-field"
      aria-label={t.speaker}
      placeholder={t.speaker}
      maxLength={80}
      autocomplete="off"
      onInput={(event) => {
        if (!event.isComposing) line.speak(event.currentTarget.value);
      }}
      onCompositionEnd={(event) => line.speak(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Like a form field anywhere: Enter is done here.
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        line.element.current?.focus();
      }}
    />
  );
}

/** The keys as they are bound now; and whether the caret is free, for that is not how it starts. */
function Hint({
  parts,
  isHidden,
}: {
  readonly parts: WritingParts;
  readonly isHidden: boolean;
}): JSX.Element {
  const t = lineText();
  const { isAtEnd } = parts.typing.settings.value;
  const keys = {
    commit: keysFor('commitLine'),
    breakLine: keysFor('breakLine'),
    correct: keysFor('correctLast'),
    speaker: keysFor('pickSpeaker'),
    sheet: keysFor('keySheetAnywhere'),
  };
  return (
    <p id="live-line-hint" class={`soft small${isAtEnd ? ' wide-hint' : ''}`} hidden={isHidden}>
      {isAtEnd ? t.hint(keys) : <strong>{t.unlocked(keysFor('toggleEndLock'))}</strong>}
    </p>
  );
}
