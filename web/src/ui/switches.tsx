import './switches.css';

import type { JSX } from 'preact';

import { commonText } from '../text/common.text.ts';
import { language, languages, switchLanguage, type Language } from '../text/text.ts';
import { switchTheme, theme, themes, type Theme } from './theme.ts';
import { messageOf } from './states.tsx';
import { showToast } from './toasts.tsx';

export function LanguageSwitch(): JSX.Element {
  const change = (wanted: Language): void => {
    switchLanguage(wanted).catch((error: unknown) => showToast({ text: messageOf(error) }));
  };
  return (
    <span class="switch">
      <select
        aria-label={commonText().language}
        value={language.value}
        onChange={(event) => change(event.currentTarget.value as Language)}
      >
        {languages.map(({ value, name }) => (
          <option key={value} value={value} lang={value}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

export function ThemeSwitch(): JSX.Element {
  const t = commonText();
  return (
    <span class="switch">
      <select
        aria-label={t.theme}
        value={theme.value}
        onChange={(event) => switchTheme(event.currentTarget.value as Theme)}
      >
        {themes.map((value) => (
          <option key={value} value={value}>
            {t.themes[value]}
          </option>
        ))}
      </select>
    </span>
  );
}
