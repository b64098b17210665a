import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { keysFor } from '../../../app/keymap.ts';
import { typingText } from '../../../text/typing.text.ts';
import { Button } from '../../../ui/button.tsx';
import { movedSpeaker, speakersMax } from '../speaker-list.ts';
import type { Speakers } from '../speakers.tsx';

/** The quick speakers by their digits: other names, another order, more of them. */
export function SpeakerEditor({ speakers }: { readonly speakers: Speakers }): JSX.Element {
  const t = typingText();
  const names = speakers.names.value;
  const keys = keysFor('pickSpeaker');
  return (
    <section class="stack-tight">
      <h3>{t.speakers}</h3>
      <p class="soft small">{t.speakersHint(keys, keysFor('otherSpeaker'), keysFor('guestSpeaker'))}</p>
      {names.length === 0 && <p class="small">{t.none}</p>}
      <ol class="plain-list stack-tight">
        {names.map((name, index) => (
          <SpeakerRow key={index} {...{ speakers, index, name }} />
        ))}
      </ol>
      {names.length < speakersMax && <AddSpeaker speakers={speakers} />}
    </section>
  );
}

interface SpeakerRowProps {
  readonly speakers: Speakers;
  readonly index: number;
  readonly name: string;
}

function SpeakerRow({ speakers, index, name }: SpeakerRowProps): JSX.Element {
  const t = typingText();
  const names = speakers.names.peek();
  const rename = (wanted: string): void => {
    if (wanted.trim() !== '') speakers.keep(names.map((known, at) => (at === index ? wanted : known)));
  };
  return (
    <li class="row speaker-row">
      <kbd>{index + 1}</kbd>
      <input
        class="bare"
        aria-label={t.speakerName(index + 1)}
        value={name}
        maxLength={80}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      <Button
        look="quiet"
        aria-label={t.earlier(name)}
        onClick={() => speakers.keep(movedSpeaker(names, index, -1))}
      >
        ↑
      </Button>
      <Button
        look="quiet"
        aria-label={t.later(name)}
        onClick={() => speakers.keep(movedSpeaker(names, index, 1))}
      >
        ↓
      </Button>
      <Button look="quiet" aria-label={t.remove(name)} onClick={() => speakers.forget(name)}>
        ×
      </Button>
    </li>
  );
}

function AddSpeaker({ speakers }: { readonly speakers: Speakers }): JSX.Element {
  const t = typingText();
  const field = useRef<HTMLInputElement>(null);
  const add = (): void => {
    speakers.remember(field.current?.value.trim() ?? '');
    if (field.current !== null) field.current.value = '';
    field.current?.focus();
  };
  return (
    <form
      class="row speaker-row"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input ref={field} class="bare" aria-label={t.addLabel} placeholder={t.addLabel} maxLength={80} />
      <Button type="submit">{t.add}</Button>
    </form>
  );
}
