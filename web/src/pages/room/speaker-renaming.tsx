import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { editingText } from '../../text/editing.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import type { WritingParts } from './room-parts.ts';

/** So many names are offered; any other can be typed. */
const offeredMax = 20;

/** Gives a speaker another name in the whole text, also where this page does not hold it. */
export function SpeakerRenaming({ live, outbox, renamed: from }: WritingParts): JSX.Element {
  const t = editingText().replace;
  const to = useSignal('');
  const names = useComputed(() => {
    const spoken = live.blocks.value.flatMap(({ segments }) => segments.map(({ speaker }) => speaker));
    return [...new Set(spoken.filter((name) => name !== null))].slice(0, offeredMax);
  });
  const rename = (): void => {
    if (from.peek() === '' || to.peek().trim() === '') return;
    outbox.edit({ kind: 'rename', segmentId: '', from: from.peek(), to: to.peek().trim() });
    from.value = '';
    to.value = '';
  };
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        rename();
      }}
    >
      <h3>{t.speakers}</h3>
      <p class="small soft">{t.speakersHint}</p>
      {names.value.length > 0 && (
        <div class="row" role="group" aria-label={t.from}>
          {names.value.map((name) => (
            <Button
              key={name}
              look="quiet"
              aria-pressed={name === from.value}
              onClick={() => (from.value = name)}
            >
              {name}
            </Button>
          ))}
        </div>
      )}
      <Field
        label={t.from}
        value={from.value}
        maxLength={80}
        onInput={(e) => (from.value = e.currentTarget.value)}
      />
      <Field
        label={t.to}
        value={to.value}
        maxLength={80}
        onInput={(e) => (to.value = e.currentTarget.value)}
      />
      <Button type="submit">{t.rename}</Button>
    </form>
  );
}
