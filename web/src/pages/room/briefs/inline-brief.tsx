import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { faultOfBrief } from '../../../briefs/brief.ts';
import { replaceWord } from '../../../briefs/words.ts';
import { briefsText } from '../../../text/briefs.text.ts';
import { commonText } from '../../../text/common.text.ts';
import { Button } from '../../../ui/button.tsx';
import { submitting, textOf } from '../../../ui/form-fields.ts';
import { showToast } from '../../../ui/toasts.tsx';
import type { WritingParts } from '../room-parts.ts';
import type { InlineDraft } from './inline-drafts.ts';
import { repairsIn, RepairQuestion, type Wrong } from './repair-question.tsx';
import type { RoomBriefs } from './room-briefs.ts';

interface InlineBriefProps {
  readonly parts: WritingParts;
  readonly briefs: RoomBriefs;
  readonly draft: InlineDraft;
}

/** A brief made above the line: Enter saves, Escape gives up, and the caret is back where it was. */
export function InlineBrief({ parts, briefs, draft }: InlineBriefProps): JSX.Element {
  const t = briefsText();
  const form = useRef<HTMLFormElement>(null);
  const fault = useSignal<string | undefined>(undefined);
  const wrong = useSignal<Wrong | null>(null);
  // Before the next key: what is typed right behind the key belongs here.
  useLayoutEffect(() => {
    const name = draft.code === '' || draft.text !== '' ? (draft.kind === 'add' ? 'code' : 'text') : 'text';
    const field = form.current?.querySelector<HTMLInputElement>(`[name=${name}]`);
    field?.focus({ preventScroll: true });
    field?.select();
  }, []);
  const close = (): void => {
    parts.inlineBrief.value = null;
    parts.line.current?.focus();
  };
  const save = (element: HTMLFormElement): void => {
    const [code, text] = [textOf(element, 'code').trim(), textOf(element, 'text').trim()];
    const isBrief = code !== '' || draft.kind === 'add';
    const found = isBrief ? faultOfBrief({ code, text, note: '' }) : text === '' ? 'noText' : null;
    fault.value = found === null ? undefined : t.faults[found];
    if (found !== null) return;
    if (isBrief) keepBrief(briefs, { code, text, isEvent: textOf(element, 'where') === 'event' });
    const lineCount = draft.old === null ? 0 : repairLine(parts, { word: draft.old, by: text });
    const asked = { word: draft.old ?? '', by: text };
    if (repairsIn(parts, asked).length > 0) return void (wrong.value = asked);
    close();
    if (isBrief) showToast({ text: t.inline.saved(code) });
    else if (lineCount > 0) showToast({ text: t.inline.repaired(lineCount) });
  };
  if (wrong.value !== null) {
    return (
      <RepairQuestion {...{ parts }} wrong={wrong.value} onClose={() => (parts.inlineBrief.value = null)} />
    );
  }
  return (
    <form
      ref={form}
      class="inline-brief"
      aria-label={draft.kind === 'add' ? t.inline.add : t.inline.redefine}
      onSubmit={submitting(save)}
      onKeyDown={(event) => {
        if (event.isComposing || event.keyCode === 229) return;
        if (event.key === 'Escape') close();
      }}
    >
      <strong class="small">
        {draft.kind === 'add' ? t.inline.add : t.inline.redefine}
        {draft.old !== null && <span class="soft"> {t.inline.old(draft.old)}</span>}
      </strong>
      <div class="row">
        <input
          class="bare inline-code"
          name="code"
          aria-label={t.inline.code}
          placeholder={t.inline.code}
          defaultValue={draft.code}
          {...plainField}
        />
        <input
          class="bare"
          name="text"
          aria-label={draft.kind === 'add' ? t.text : t.inline.repair}
          placeholder={draft.kind === 'add' ? t.text : t.inline.repair}
          defaultValue={draft.text}
          autocomplete="off"
        />
        <select class="bare inline-where" name="where" aria-label={t.inline.where}>
          <option value="event">{t.panel.event}</option>
          <option value="own" selected={briefs.settings.peek().keepsIn === 'own'}>
            {t.panel.own}
          </option>
        </select>
        <Button type="submit" look="primary">
          {commonText().save}
        </Button>
        <Button onClick={close}>{commonText().cancel}</Button>
      </div>
      {fault.value !== undefined && <p role="alert">{fault.value}</p>}
      <p class="soft small wide-hint">{t.inline.hint}</p>
    </form>
  );
}

const plainField = { autocapitalize: 'off', autocomplete: 'off', spellcheck: false } as const;

interface NewBrief {
  readonly code: string;
  readonly text: string;
  readonly isEvent: boolean;
}

function keepBrief(briefs: RoomBriefs, { code, text, isEvent }: NewBrief): void {
  (isEvent ? briefs.event : briefs.own).put({ code, text, note: '' });
  briefs.settings.value = { ...briefs.settings.peek(), keepsIn: isEvent ? 'event' : 'own' };
  const left = new Map(briefs.unknown.peek());
  left.delete(code);
  briefs.unknown.value = left;
}

/** Puts the word right in the line being typed; the caret stays behind the same text. Returns how often it stood there. */
function repairLine({ line }: WritingParts, { word, by }: Wrong): number {
  const reading = line.current?.read();
  if (reading == null) return 0;
  const before = replaceWord(reading.text.slice(0, reading.caret), { word, by });
  const whole = replaceWord(reading.text, { word, by });
  if (whole.count > 0) line.current?.put({ text: whole.text, caret: before.text.length });
  return whole.count;
}
