import { computed, signal, type ReadonlySignal } from '@preact/signals';

export type Language = 'zh-CN' | 'en';

/** What the switch offers: each language under its own name. */
export const languages: readonly { readonly value: Language; readonly name: string }[] = [
  { value: 'zh-CN', name: '简体中文' },
  { value: 'en', name: 'English' },
];

const storageKey = 'scribecast.language';
const current = signal<Language>(firstLanguage());
const areas = new Set<{ readonly load: (language: Language) => Promise<void> }>();

/** The language of everything on the page. It changes when all the text in use is there in the new one. */
export const language: ReadonlySignal<Language> = current;

/** An area's catalogue, in the language of the moment. Call it inside a component: it re-renders on a switch. */
export interface AreaText<Catalogue> {
  (): Catalogue;
  /** Resolves when the text is there; `lazyPage` does it for the areas of a page. */
  readonly load: (language: Language) => Promise<void>;
}

/**
 * Declares an area of text. `zh` is the source, `en` is typed after it.
 * @example
 * export const homeText = defineText<HomeText>({
 *   'zh-CN': () => import('./home.zh.ts').then((module) => module.homeZh),
 *   en: () => import('./home.en.ts').then((module) => module.homeEn),
 * });
 */
export function defineText<Catalogue>(
  loaders: Readonly<Record<Language, () => Promise<Catalogue>>>,
): AreaText<Catalogue> {
  const loaded = signal<Partial<Record<Language, Catalogue>>>({});
  const catalogue = computed(() => loaded.value[current.value]);
  const load = async (wanted: Language): Promise<void> => {
    area.isUsed = true;
    if (loaded.peek()[wanted] !== undefined) return;
    const found = await loaders[wanted]();
    loaded.value = { ...loaded.peek(), [wanted]: found };
  };
  const area = {
    isUsed: false,
    load: (wanted: Language) => (area.isUsed ? load(wanted) : Promise.resolve()),
  };
  areas.add(area);
  const read = (): Catalogue => {
    const found = catalogue.value;
    if (found === undefined) throw new Error('This text is not loaded: name it where the page is declared.');
    return found;
  };
  return Object.assign(read, { load });
}

/** Loads the areas in use in the other language, then switches all of the page at once, and remembers it. */
export async function switchLanguage(wanted: Language): Promise<void> {
  await Promise.all([...areas].map((area) => area.load(wanted)));
  current.value = wanted;
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(storageKey, wanted);
  } catch {
    // Storage may be forbidden: the choice then holds for this visit.
  }
}

function firstLanguage(): Language {
  const known = storedLanguage() ?? globalThis.navigator?.language ?? 'zh-CN';
  return /^zh/i.test(known) ? 'zh-CN' : 'en';
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
