import { render, type JSX } from 'preact';

import { language, type AreaText } from './text/text.ts';

/** Puts the page on the screen as soon as its words are there. */
export async function mount(page: JSX.Element, texts: readonly AreaText<unknown>[]): Promise<void> {
  document.documentElement.lang = language.peek();
  const container = document.querySelector('#page');
  if (container === null) throw new Error('The entry has no #page.');
  try {
    await Promise.all(texts.map((text) => text.load(language.peek())));
  } catch {
    // Not one word is there yet, in either language: this line is its own text.
    container.textContent = '页面没有加载完整，请刷新。 The page did not load completely; please reload it.';
    return;
  }
  // What stood there for the first moment.
  container.replaceChildren();
  render(page, container);
}
