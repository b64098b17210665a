import type { ProgrammeEditorQuery } from '../../../api/generated/types.ts';

export type Sections = ProgrammeEditorQuery['newestProgramme']['sections'];
export type Rule = Sections[number]['rules'][number];
export type Figure = NonNullable<Rule['switch']>;

/** What an operator has written, by the keys of figures; what is as it was is not in it. */
export type Draft = ReadonlyMap<string, string>;

/** All figures of the rules, by their keys. */
export function figuresIn(sections: Sections): ReadonlyMap<string, Figure> {
  const figures = sections.flatMap(({ rules }) =>
    rules.flatMap((rule) => [rule.switch, ...rule.parts.map(({ figure }) => figure)]),
  );
  return new Map(figures.flatMap((figure) => (figure == null ? [] : [[figure.key, figure]])));
}

/** The draft with one figure written; what is written back to what it was is no change. */
export function write(draft: Draft, figure: Figure, value: string): Draft {
  const changed = new Map(draft);
  if (value === figure.value) changed.delete(figure.key);
  else changed.set(figure.key, value);
  return changed;
}

/** The draft with a preset filled in over it. */
export function fillIn(
  draft: Draft,
  figures: ReadonlyMap<string, Figure>,
  preset: readonly { readonly key: string; readonly value: string }[],
): Draft {
  return preset.reduce<Draft>((filled, { key, value }) => {
    const figure = figures.get(key);
    return figure === undefined ? filled : write(filled, figure, value);
  }, draft);
}

/** A draft as the server takes it. */
export const written = (draft: Draft): { readonly key: string; readonly value: string }[] =>
  [...draft].map(([key, value]) => ({ key, value }));

/** A set of options with one of them put in or taken out, in the order of the options. */
export function toggled({ options }: Pick<Figure, 'options'>, value: string, option: string): string {
  const chosen = new Set(value === '' ? [] : value.split(','));
  if (!chosen.delete(option)) chosen.add(option);
  return options
    .map((each) => each.value)
    .filter((each) => chosen.has(each))
    .join(',');
}
