import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';

import { keysFor } from '../../app/keymap.ts';
import { editingText } from '../../text/editing.text.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { orderedSpeakers, speakersMax } from './speaker-list.ts';

export interface Speakers {
  /** In the order of their digits; a place, once given, is kept until the writer changes it. */
  readonly names: ReadonlySignal<readonly string[]>;
  readonly remember: (name: string) => void;
  readonly forget: (name: string) => void;
  /** Replaces the list: another order, another spelling. */
  readonly keep: (names: readonly string[]) => void;
}

/** The quick speakers of one transcript, kept on this device. */
export function useSpeakers(transcriptId: string): Speakers {
  const key = `scribecast.speakers/${transcriptId}`;
  const names = useSignal<readonly string[]>(readNames(key));
  return useMemo(() => {
    const keep = (wanted: readonly string[]): void => {
      names.value = orderedSpeakers(wanted);
      try {
        localStorage.setItem(key, JSON.stringify(names.peek()));
      } catch {
        // Storage may be forbidden: the names then hold for this visit.
      }
    };
    return {
      names,
      keep,
      remember: (name) => {
        const known = names.peek();
        if (name.trim() !== '' && !known.includes(name) && known.length < speakersMax) keep([...known, name]);
      },
      forget: (name) => keep(names.peek().filter((known) => known !== name)),
    };
  }, [key]);
}

function readNames(key: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? orderedSpeakers(stored.filter((name) => typeof name === 'string')) : [];
  } catch {
    return [];
  }
}

interface QuickSpeakersProps {
  readonly speakers: Speakers;
  readonly current: string;
  readonly onPick: (name: string) => void;
  /** The one who speaks is to be called something else in the whole text. */
  readonly onRename: (name: string) => void;
}

/** One press, or its key; pressing the one who speaks leaves the line without a speaker. */
export function QuickSpeakers({
  speakers,
  current,
  onPick,
  onRename,
}: QuickSpeakersProps): JSX.Element | null {
  const t = roomText();
  const names = speakers.names.value;
  const keys = keysFor('pickSpeaker');
  if (names.length === 0) return null;
  return (
    <span class="row quick-speakers" role="group" aria-label={t.quickSpeakers}>
      {names.map((name, index) => (
        <Button
          key={name}
          look="quiet"
          aria-pressed={name === current}
          title={keys.replace('1…9', String(index + 1))}
          // The line keeps the focus: picking a speaker is part of typing.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(name === current ? '' : name)}
        >
          <kbd>{index + 1}</kbd> {name}
        </Button>
      ))}
      {names.includes(current) && (
        <Button look="quiet" onClick={() => onRename(current)}>
          {editingText().replace.rename}
        </Button>
      )}
      {names.includes(current) && (
        <Button look="quiet" aria-label={t.forgetSpeaker(current)} onClick={() => speakers.forget(current)}>
          ×
        </Button>
      )}
    </span>
  );
}
