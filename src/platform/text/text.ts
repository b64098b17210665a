/** The languages in which the product speaks. */
export type Locale = 'zh-CN' | 'en';

/** One text for people, written in both languages; picked at the edge, where the reader is known. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The text in the reader's language. */
export const inLocale = (text: Text, locale: Locale): string => (locale === 'en' ? text.en : text.zh);

/** The best of our languages for an Accept-Language header; Chinese where nothing better is known. */
export function localeFromHeader(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const quality = params.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  const known = wanted.find(({ tag }) => /^(zh|en)\b/.test(tag));
  return known?.tag.startsWith('en') ? 'en' : 'zh-CN';
}
