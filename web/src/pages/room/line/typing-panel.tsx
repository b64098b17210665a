import './typing-panel.css';

import type { JSX } from 'preact';

import { keysFor } from '../../../app/keymap.ts';
import { openKeySheet } from '../../../app/key-sheet.tsx';
import type { HoldBack } from '../../../live/hold-back.ts';
import { typingText } from '../../../text/typing.text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, SelectField, TextAreaField } from '../../../ui/field.tsx';
import { tagsOf } from '../line-keys.ts';
import type { WritingParts } from '../room-parts.ts';
import { SpeakerEditor } from './speaker-editor.tsx';
import { readTags } from './typing-settings.ts';

/** How this writer types, on this device: hold-back, caret, speakers, tags, keys. */
export function TypingPanel(parts: WritingParts): JSX.Element {
  const t = typingText();
  return (
    <div class="stack typing-panel">
      <HoldBackSettings {...parts} />
      <section class="stack-tight">
        <h3>{t.caret}</h3>
        <label class="row">
          <input
            type="checkbox"
            checked={parts.typing.settings.value.isAtEnd}
            onChange={(event) => parts.typing.change({ isAtEnd: event.currentTarget.checked })}
          />
          {t.atEnd}
        </label>
        <p class="soft small">{t.atEndHint(keysFor('toggleEndLock'))}</p>
      </section>
      <SpeakerEditor speakers={parts.speakers} />
      <Tags {...parts} />
      <section class="stack-tight">
        <h3>{t.keys}</h3>
        <Button onClick={openKeySheet}>{t.allKeys}</Button>
      </section>
    </div>
  );
}

const units = ['none', 'characters', 'words', 'seconds'] as const satisfies readonly HoldBack['unit'][];
const firstCounts: Readonly<Record<HoldBack['unit'], number>> = {
  none: 0,
  characters: 6,
  words: 3,
  seconds: 2,
};

function HoldBackSettings({ typing }: WritingParts): JSX.Element {
  const t = typingText();
  const { unit, count } = typing.holdBack.value;
  const choose = (wanted: HoldBack['unit']): void =>
    typing.change({ holdBack: { unit: wanted, count: firstCounts[wanted] } });
  return (
    <section class="stack-tight">
      <h3>{t.holdBack}</h3>
      <SelectField
        label={t.unit}
        value={unit}
        onChange={(event) => choose(units.find((known) => known === event.currentTarget.value) ?? 'none')}
      >
        {units.map((known) => (
          <option key={known} value={known}>
            {t.units[known]}
          </option>
        ))}
      </SelectField>
      {unit !== 'none' && (
        <>
          <Field
            label={t.count[unit]}
            type="number"
            inputMode="numeric"
            min={1}
            max={120}
            value={String(count)}
            onChange={(event) => {
              const wanted = event.currentTarget.valueAsNumber;
              if (Number.isInteger(wanted) && wanted >= 1 && wanted <= 120)
                typing.change({ holdBack: { unit, count: wanted } });
            }}
          />
          <p class="small">{t.heldKeys(keysFor('flushHeld'), keysFor('takeBack'))}</p>
        </>
      )}
      <p class="soft small">{t.holdBackHint}</p>
    </section>
  );
}

function Tags(parts: WritingParts): JSX.Element {
  const t = typingText();
  return (
    <section class="stack-tight">
      <TextAreaField
        label={t.tags}
        hint={t.tagsHint(keysFor('insertTag'))}
        rows={5}
        value={tagsOf(parts).join('\n')}
        onChange={(event) => parts.typing.change({ tags: readTags(event.currentTarget.value.split('\n')) })}
      />
      {parts.typing.settings.value.tags !== null && (
        <Button onClick={() => parts.typing.change({ tags: null })}>{t.tagsReset}</Button>
      )}
    </section>
  );
}
