import './held-mark.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import type { Outbox } from '../../../live/outbox.ts';
import { lineText } from '../../../text/line.text.ts';
import { heldParts } from './held-parts.ts';

interface HeldMarkProps {
  readonly outbox: Outbox;
  readonly element: { readonly current: HTMLTextAreaElement | null };
}

/**
 * Behind the field the same text once more, invisible but for its marks: what readers do not see yet is underlined and
 * tinted. It is the field's own text, so that it is right while an input method composes.
 */
export function HeldMark({ outbox, element }: HeldMarkProps): JSX.Element {
  const mirror = useRef<HTMLDivElement>(null);
  const value = useSignal(element.current?.value ?? '');
  useLayoutEffect(() => {
    const field = element.current;
    if (field === null) return;
    const follow = (): void => {
      if (mirror.current !== null) mirror.current.scrollTop = field.scrollTop;
    };
    const read = (): void => void (value.value = field.value);
    field.addEventListener('input', read);
    field.addEventListener('scroll', follow, { passive: true });
    read();
    follow();
    return () => {
      field.removeEventListener('input', read);
      field.removeEventListener('scroll', follow);
    };
  }, []);
  const { text } = outbox.draft.value;
  // What a program put there says so by the draft alone; what is composed, by the field alone.
  const composed = value.value;
  const shown = element.current?.value ?? composed;
  const parts = heldParts({ text, shown, publicLength: outbox.shown.publicLength.value });
  return (
    <div class="held-mirror" aria-hidden="true" ref={mirror}>
      {parts.map((part, index) => (part.isHeld ? <mark key={index}>{part.text}</mark> : part.text))}
      {/* A line that ends with a break is as high as the field's. */}
      {'\u200b'}
    </div>
  );
}

/** The same in words, for those who do not see the marks; it is read on asking, never announced at each key. */
export function HeldCount({ outbox }: Pick<HeldMarkProps, 'outbox'>): JSX.Element {
  const t = lineText();
  const held = [...outbox.draft.value.text.slice(outbox.shown.publicLength.value)].length;
  return (
    <p id="held-count" class="small soft tabular">
      {held === 0 ? t.allShown : t.heldBack(held)}
    </p>
  );
}
