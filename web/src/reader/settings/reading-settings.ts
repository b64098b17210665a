/** How a reader wants the text; every one of them can also stand in the address. */
export interface ReadingSettings {
  readonly sizePx: number;
  readonly lineHeight: number;
  /** In em of the text: Chinese characters in a line. */
  readonly widthEm: number;
  readonly font: Font;
  readonly theme: ReadingTheme;
  readonly letterSpacingEm: number;
  readonly isBold: boolean;
  /** For a mirror or a teleprompter's glass. */
  readonly isMirrored: boolean;
  /** The last lines alone, or the whole text. */
  readonly lines: Lines;
  readonly align: Align;
  /** How much later the text is shown, for a picture that comes late. */
  readonly delayS: number;
  readonly view: TextView;
  readonly isReadAloud: boolean;
  /** Characters in a line of the view at one's own pace. */
  readonly cells: number;
}

export type ReadingMode = 'text' | 'projector' | 'lines';

export const fonts = ['system', 'sans', 'serif', 'kai', 'mono'] as const;
export const readingThemes = [
  'page',
  'black-white',
  'white-black',
  'yellow-black',
  'yellow-blue',
  'sepia',
] as const;
export const lineChoices = ['all', '2', '3'] as const;
export const alignments = ['start', 'center', 'justify'] as const;
export const views = ['speed', 'corrected'] as const;
export const cellChoices: readonly number[] = [20, 32, 40, 80];
export const modes = ['text', 'projector', 'lines'] as const satisfies readonly ReadingMode[];

export type Font = (typeof fonts)[number];
export type ReadingTheme = (typeof readingThemes)[number];
export type Lines = (typeof lineChoices)[number];
export type Align = (typeof alignments)[number];
export type TextView = (typeof views)[number];

export const standard: ReadingSettings = {
  sizePx: 18,
  lineHeight: 1.85,
  widthEm: 40,
  font: 'system',
  theme: 'page',
  letterSpacingEm: 0,
  isBold: false,
  isMirrored: false,
  lines: 'all',
  align: 'start',
  delayS: 0,
  view: 'speed',
  isReadAloud: false,
  cells: 40,
};

/** On a wall, read from the last row: large, light on dark, as wide as the wall. */
export const projectorStandard: ReadingSettings = {
  ...standard,
  sizePx: 56,
  lineHeight: 1.5,
  widthEm: 60,
  theme: 'white-black',
};

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export const ranges = {
  sizePx: { min: 16, max: 96, step: 2 },
  lineHeight: { min: 1.2, max: 3, step: 0.05 },
  widthEm: { min: 15, max: 80, step: 1 },
  letterSpacingEm: { min: 0, max: 0.5, step: 0.05 },
  delayS: { min: 0, max: 60, step: 1 },
} as const satisfies Partial<Record<keyof ReadingSettings, Range>>;

/** What a setting is called in an address, and what may stand there. */
const spellings: { readonly [Key in keyof ReadingSettings]: Spelling<ReadingSettings[Key]> } = {
  sizePx: { name: 'fs', read: numberIn(ranges.sizePx) },
  lineHeight: { name: 'lh', read: numberIn(ranges.lineHeight) },
  widthEm: { name: 'width', read: numberIn(ranges.widthEm) },
  font: { name: 'ff', read: oneOf(fonts) },
  theme: { name: 'theme', read: oneOf(readingThemes) },
  letterSpacingEm: { name: 'ls', read: numberIn(ranges.letterSpacingEm) },
  isBold: { name: 'bold', read: yesOrNo },
  isMirrored: { name: 'mirror', read: yesOrNo },
  lines: { name: 'lines', read: oneOf(lineChoices) },
  align: { name: 'align', read: oneOf(alignments) },
  delayS: { name: 'delay', read: numberIn(ranges.delayS) },
  view: { name: 'view', read: oneOf(views) },
  isReadAloud: { name: 'aloud', read: yesOrNo },
  cells: { name: 'cells', read: (text) => cellChoices.find((cells) => String(cells) === text) },
};

interface Spelling<Value> {
  readonly name: string;
  /** Undefined for what makes no sense: it is then as if nothing stood there. */
  readonly read: (text: string) => Value | undefined;
}

type Lookup = (name: string) => string | null;
const keys = Object.keys(spellings) as readonly (keyof ReadingSettings)[];

/** The settings that are written down somewhere, in an address or in what this device keeps; nonsense is passed over. */
export function readSettings(look: Lookup): Partial<ReadingSettings> {
  const found = keys.flatMap((key) => {
    const text = look(spellings[key].name);
    const value = text === null ? undefined : spellings[key].read(text.trim());
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(found);
}

export function readMode(look: Lookup): ReadingMode {
  return oneOf(modes)(look('mode') ?? '') ?? 'text';
}

/** The same settings as an address has them, without what is as usual anyway. */
export function writeSettings(
  settings: ReadingSettings,
  usual: ReadingSettings,
): readonly [string, string][] {
  return keys
    .filter((key) => settings[key] !== usual[key])
    .map((key) => [spellings[key].name, asText(settings[key])]);
}

function asText(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

function numberIn({ min, max }: Range): (text: string) => number | undefined {
  return (text) => {
    const value = /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  };
}

function oneOf<const Value extends string>(values: readonly Value[]): (text: string) => Value | undefined {
  return (text) => values.find((value) => value === text);
}

function yesOrNo(text: string): boolean | undefined {
  return text === '1' ? true : text === '0' ? false : undefined;
}
