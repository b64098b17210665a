import { useLayoutEffect, useRef } from 'preact/hooks';

import { isKey, keysFor } from './keymap.ts';
import { isCharacterKey, type KeyId } from './keys.ts';

const switchKey = 'scribecast.characterKeys';

/** Whether keys without a modifier work at all (WCAG 2.1.4): the key sheet has the switch. */
export function areCharacterKeysOn(): boolean {
  try {
    return localStorage.getItem(switchKey) !== 'off';
  } catch {
    return true;
  }
}

export function switchCharacterKeys(isOn: boolean): void {
  try {
    localStorage.setItem(switchKey, isOn ? 'on' : 'off');
  } catch {
    // Storage may be forbidden: the keys then stay as they are.
  }
}

/** Runs while the component is on the page and its key of the table is pressed; which key that is, the writer may change. */
export function useKey(id: KeyId, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  // Before the first paint: whoever sees the page can press its keys.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // Asked at each press: the writer may have chosen other keys meanwhile.
      if (!isKey(id, event)) return;
      if (isCharacterKey(keysFor(id)) && (isTyping(event.target) || !areCharacterKeysOn())) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [id]);
}

/** Whether what is pressed there goes into a field, and is no key of the page's. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
