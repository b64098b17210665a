/** As many as there are digits on a keyboard. */
export const speakersMax = 9;
const nameMax = 80;

/** Names as they can be kept: none empty, none twice, no more than there are digits. */
export function orderedSpeakers(names: readonly string[]): readonly string[] {
  const trimmed = names.map((name) => name.trim().slice(0, nameMax)).filter((name) => name !== '');
  return [...new Set(trimmed)].slice(0, speakersMax);
}

/** The list with one name a place earlier or later; it stays as it is at its ends. */
export function movedSpeaker(names: readonly string[], from: number, by: -1 | 1): readonly string[] {
  const name = names[from];
  const other = names[from + by];
  if (name === undefined || other === undefined) return names;
  return names.map((known, index) => (index === from ? other : index === from + by ? name : known));
}

/** The last two who spoke: a key goes to and fro between them. */
export interface LastTwo {
  readonly note: (name: string) => void;
  /** The one who spoke before the present one; undefined while there was none. */
  readonly other: (current: string) => string | undefined;
}

export function createLastTwo(): LastTwo {
  const last = { names: [] as readonly string[] };
  return {
    note: (name) => {
      if (name !== '') last.names = [name, ...last.names.filter((known) => known !== name)].slice(0, 2);
    },
    other: (current) => last.names.find((name) => name !== current),
  };
}
