import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { digitOf, isKey } from '../../app/keymap.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { putIntoField } from './put-into-field.ts';
import type { LineHandle, WritingParts } from './room-parts.ts';
import { SaveLamp } from './save-lamp.tsx';
import { QuickSpeakers, useSpeakers } from './speakers.tsx';

interface LiveLineProps extends WritingParts {
  /** What opens the side sheet. */
  readonly buttons: JSX.Element;
}

const dayMs = 86_400_000;

/**
 * The line being typed: one uncontrolled field, so that nothing but the writer ever changes what stands in it.
 * While an IME composes, nothing is taken from it and nothing is sent.
 */
export function LiveLine(props: LiveLineProps): JSX.Element {
  const { outbox, live, transcriptId, buttons, briefs } = props;
  const t = roomText();
  const field = useRef<HTMLTextAreaElement>(null);
  const speakerField = useRef<HTMLInputElement>(null);
  const begun = useRef<number | null>(null);
  const isComposing = useRef(false);
  const isPutting = useRef(false);
  const commitCount = useRef(0);
  const speakers = useSpeakers(transcriptId);
  const speaker = useSignal('');
  const take = (): void => {
    const text = field.current?.value ?? '';
    begun.current = text === '' ? null : (begun.current ?? Date.now());
    outbox.type({ text, speaker: speaker.peek() || null });
  };
  const speak = (name: string): void => {
    speaker.value = name;
    if (speakerField.current !== null && speakerField.current.value !== name)
      speakerField.current.value = name;
    take();
  };
  const commit = (): void => {
    if (field.current === null || isComposing.current) return;
    briefs.peek()?.finish();
    take();
    if (outbox.commit(timesSince(begun.current, live.facts.peek()?.startedAt)) === undefined) return;
    commitCount.current += 1;
    speakers.remember(speaker.peek());
    field.current.value = '';
    begun.current = null;
  };
  const put: LineHandle['put'] = (line) => {
    if (field.current === null || isComposing.current) return;
    isPutting.current = true;
    putIntoField(field.current, line);
    isPutting.current = false;
    take();
  };
  const read: LineHandle['read'] = () => {
    if (field.current === null || isComposing.current) return null;
    const { value: text, selectionStart, selectionEnd, selectionDirection } = field.current;
    const isBackward = selectionDirection === 'backward';
    return isBackward
      ? { text, caret: selectionStart, anchor: selectionEnd }
      : { text, caret: selectionEnd, anchor: selectionStart };
  };
  useLineHandle(props, { commit, put, read, field });
  useRestored({ props, field, isComposing, commitCount, speak });
  const correctLast = (): void => {
    const id = lastSegmentId(props);
    if (id !== undefined) props.correcting.value = new Set([...props.correcting.peek(), id]);
  };
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
        commit();
        field.current?.focus();
      }}
      onKeyDown={(event) => {
        const digit = digitOf('pickSpeaker', event);
        if (digit === undefined && !isKey('noSpeaker', event)) return;
        event.preventDefault();
        const name = digit === undefined ? '' : speakers.names.peek()[digit - 1];
        if (name !== undefined) speak(name);
      }}
    >
      <div class="row live-line-top">
        <input
          hidden={isIdle}
          ref={speakerField}
          class="bare speaker-field"
          aria-label={t.speaker}
          placeholder={t.speaker}
          maxLength={80}
          autocomplete="off"
          onInput={(event) => {
            if (!event.isComposing) speak(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => speak(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            field.current?.focus();
          }}
        />
        {!isIdle && <QuickSpeakers speakers={speakers} current={speaker.value} onPick={speak} />}
        <span class="row live-line-state">
          <SaveLamp outbox={outbox} />
          {buttons}
        </span>
      </div>
      <div class="live-line-field" hidden={isIdle}>
        <textarea
          class="bare"
          ref={field}
          rows={2}
          aria-label={t.line}
          aria-describedby="live-line-hint"
          onInput={(event) => {
            if (event.isComposing || isPutting.current) return;
            take();
            briefs.peek()?.typed(typedIn(event));
          }}
          onCompositionStart={() => (isComposing.current = true)}
          onCompositionEnd={(event) => {
            isComposing.current = false;
            take();
            briefs.peek()?.typed(event.data);
          }}
          onKeyDown={(event) => {
            if (briefs.peek()?.pressed(event) === true) return;
            if (isKey('commitLine', event)) {
              event.preventDefault();
              commit();
            }
            if (isKey('breakLine', event)) {
              event.preventDefault();
              field.current?.setRangeText(
                '\n',
                field.current.selectionStart,
                field.current.selectionEnd,
                'end',
              );
              take();
            }
            if (isKey('correctLast', event) && field.current?.value === '') {
              event.preventDefault();
              correctLast();
            }
          }}
        />
        <Button type="submit" look="primary">
          {t.commit}
        </Button>
      </div>
      <p id="live-line-hint" class="soft small wide-hint" hidden={isIdle}>
        {t.lineHint}
      </p>
    </form>
  );
}

/** What keys have typed in this edit: nothing where it was pasted or removed. */
function typedIn(event: InputEvent): string {
  return event.inputType === 'insertText' ? (event.data ?? '') : '';
}

interface Field {
  readonly current: HTMLTextAreaElement | null;
}

/** The room opened for typing: the line has the focus from the start, and gets it back after a correction. */
function useLineHandle(
  { line }: WritingParts,
  { field, ...acts }: Omit<LineHandle, 'focus'> & { readonly field: Field },
): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const focus = (): void => field.current?.focus({ preventScroll: true });
    line.current = {
      commit: () => latest.current.commit(),
      focus,
      read: () => latest.current.read(),
      put: (text) => latest.current.put(text),
    };
    focus();
    return () => {
      line.current = null;
    };
  }, []);
}

interface Restoring {
  readonly props: WritingParts;
  readonly field: Field;
  readonly isComposing: { readonly current: boolean };
  /** How many segments this visit has committed. */
  readonly commitCount: { readonly current: number };
  readonly speak: (name: string) => void;
}

/** What an earlier visit left in the line goes before what has been typed since the page opened; and it is said. */
function useRestored({ props: { outbox }, field, isComposing, commitCount, speak }: Restoring): void {
  useEffect(() => {
    const put = (): void => {
      const element = field.current;
      const { text, speaker } = outbox.draft.peek();
      if (element === null || text === element.value) return;
      const fromEnd = element.value.length - element.selectionEnd;
      element.value = text;
      element.setSelectionRange(text.length - fromEnd, text.length - fromEnd);
      if (speaker !== null) speak(speaker);
    };
    void outbox.ready.then(() => {
      const lines = outbox.draft.peek().text === (field.current?.value ?? '') ? 0 : 1;
      const count = lines + outbox.pending.peek().length - commitCount.current;
      if (count > 0) showToast({ text: roomText().restored(count) });
      if (!isComposing.current) return put();
      field.current?.addEventListener('compositionend', () => setTimeout(put), { once: true });
    });
  }, [outbox]);
}

/** When it was typed, by this machine's clock; left to the server where that clock cannot be right. */
function timesSince(
  begunAt: number | null,
  startedAt: string | null | undefined,
): { readonly startedMs: number; readonly endedMs: number } | undefined {
  if (begunAt === null || startedAt == null) return undefined;
  const origin = Date.parse(startedAt);
  const times = { startedMs: begunAt - origin, endedMs: Date.now() - origin };
  return times.startedMs >= 0 && times.endedMs < dayMs ? times : undefined;
}

/** The newest segment on the page: one on its way before those that the feed has brought. */
function lastSegmentId({ outbox, live, removed }: WritingParts): string | undefined {
  const onItsWay = outbox.pending.peek().findLast(({ entry }) => entry.kind === 'append')?.entry.segmentId;
  const gone = removed.peek();
  return onItsWay ?? live.allSegments().findLast(({ id }) => !gone.has(id))?.id;
}
