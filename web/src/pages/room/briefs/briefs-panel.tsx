import type { JSX } from 'preact';

import type { BriefBook } from '../../../briefs/brief-book.ts';
import type { BriefSettings } from '../../../briefs/brief-settings.ts';
import { briefsText } from '../../../text/briefs.text.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Field, SelectField } from '../../../ui/field.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import type { WritingParts } from '../room-parts.ts';
import type { RoomBriefs } from './room-briefs.ts';

/** Beside the text: what is ready, what nobody knew, and how codes expand. */
export function BriefsPanel(parts: WritingParts): JSX.Element {
  const t = briefsText().panel;
  const briefs = parts.briefs.value;
  if (briefs === null) return <Skeleton lines={4} />;
  return (
    <div class="stack brief-panel">
      <Book title={t.event} book={briefs.event} href={`/briefs/${parts.transcriptId}`} link={t.manageEvent} />
      <Book title={t.own} book={briefs.own} href="/briefs" link={t.manage} />
      <Unknown parts={parts} briefs={briefs} />
      <Settings briefs={briefs} />
    </div>
  );
}

interface BookProps {
  readonly title: string;
  readonly book: BriefBook;
  readonly href: string;
  readonly link: string;
}

/** The page opens beside the room: whoever types does not leave it. */
function Book({ title, book, href, link }: BookProps): JSX.Element {
  const t = briefsText().panel;
  return (
    <section class="stack-tight">
      <h2>{title}</h2>
      <p class="small soft">
        {t.ready(book.briefs.value.size)}
        {book.unsentCount.value > 0 && <> · {t.unsent(book.unsentCount.value)}</>}
      </p>
      {book.fault.value !== '' && <p role="alert">{book.fault.value}</p>}
      <div class="row">
        <LinkButton href={href} target="_blank" rel="noopener">
          {link} ↗
        </LinkButton>
      </div>
    </section>
  );
}

interface BriefsProps {
  readonly briefs: RoomBriefs;
}

function Unknown({ parts, briefs }: BriefsProps & { readonly parts: WritingParts }): JSX.Element {
  const t = briefsText().panel;
  const unknown = [...briefs.unknown.value].toReversed();
  const define = (code: string): void => {
    parts.inlineBrief.value = { key: Date.now(), kind: 'add', code, text: '', old: code };
  };
  const forget = (code: string): void => {
    const left = new Map(briefs.unknown.peek());
    left.delete(code);
    briefs.unknown.value = left;
  };
  return (
    <section class="stack-tight">
      <h2>{t.unknown}</h2>
      {unknown.length === 0 && <p class="small soft">{t.noUnknown}</p>}
      <ul class="plain-list brief-lines">
        {unknown.map(([code, count]) => (
          <li key={code} class="row row-between">
            <span>
              <code>{code}</code> <span class="small soft">{t.times(count)}</span>
            </span>
            <span>
              <Button look="quiet" aria-label={`${t.define} ${code}`} onClick={() => define(code)}>
                {t.define}
              </Button>
              <Button look="quiet" aria-label={`${t.forget} ${code}`} onClick={() => forget(code)}>
                {t.forget}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const switches = ['isOn', 'bySpace', 'byPunctuation', 'hasStrip'] as const;

function Settings({ briefs: { settings } }: BriefsProps): JSX.Element {
  const t = briefsText().panel;
  const set = (change: Partial<BriefSettings>): void => {
    settings.value = { ...settings.peek(), ...change };
  };
  const now = settings.value;
  return (
    <section class="stack-tight">
      <h2>{t.settings}</h2>
      {switches.map((name) => (
        <Switch
          key={name}
          label={name === 'hasStrip' ? t.strip : t[name]}
          isOn={now[name]}
          onChange={(isOn) => set({ [name]: isOn })}
        />
      ))}
      <Switch
        label={t.letterCase}
        isOn={now.letterCase === 'follow'}
        onChange={(isOn) => set({ letterCase: isOn ? 'follow' : 'exact' })}
      />
      <SelectField
        label={t.space}
        value={now.space}
        onChange={(event) => set({ space: event.currentTarget.value as BriefSettings['space'] })}
      >
        {(['auto', 'keep', 'swallow'] as const).map((space) => (
          <option key={space} value={space}>
            {t.spaces[space]}
          </option>
        ))}
      </SelectField>
      <Field
        label={t.trigger}
        maxLength={1}
        value={now.trigger}
        autocomplete="off"
        onInput={(event) => set({ trigger: event.currentTarget.value.trim() })}
      />
    </section>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ label, isOn, onChange }: SwitchProps): JSX.Element {
  return (
    <label class="row">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
