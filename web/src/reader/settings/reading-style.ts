import type { Font, ReadingSettings } from './reading-settings.ts';

/** System fonts alone: nothing is fetched for a reader's taste. */
const families: Readonly<Record<Font, string>> = {
  system: 'inherit',
  sans: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
  serif: '"Songti SC",SimSun,"Noto Serif CJK SC",serif',
  kai: '"Kaiti SC",KaiTi,STKaiti,"Noto Serif CJK SC",serif',
  mono: 'var(--mono)',
};

/** The settings as the style sheet knows them. Sizes are in rem, so that what a browser is set to counts too. */
export function styleOf(settings: ReadingSettings): Readonly<Record<string, string>> {
  return {
    '--text-size': `${settings.sizePx / 16}rem`,
    '--text-line': String(settings.lineHeight),
    '--text-width': String(settings.widthEm),
    '--text-font': families[settings.font],
    '--text-spacing': `${settings.letterSpacingEm}em`,
    '--text-weight': settings.isBold ? '700' : 'inherit',
    '--text-align': settings.align,
    '--text-mirror': settings.isMirrored ? 'scaleX(-1)' : 'none',
  };
}
