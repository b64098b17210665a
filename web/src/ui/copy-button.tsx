import './field.css';

import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { commonText } from '../text/common.text.ts';
import { Button } from './button.tsx';
import { copySelectionAt, copyText } from './copy-text.ts';
import { showToast } from './toasts.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, where "复制" alone would not say it. */
  readonly children?: ComponentChildren;
}

/** Copies, and says so; where the browser does not allow it, the text is there selected, to be copied by hand. */
export function CopyButton({ text, children }: CopyButtonProps): JSX.Element {
  const t = commonText();
  const isByHand = useSignal(false);
  const copy = async (place: HTMLElement): Promise<void> => {
    isByHand.value = false;
    // The type says it is always there; a page that came by plain http has none.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (await copyText({ clipboard, copySelection: copySelectionAt(place) }, text))
      showToast({ text: t.copied });
    else isByHand.value = true;
  };
  return (
    <>
      <Button onClick={(event) => void copy(event.currentTarget)}>{children ?? t.copy}</Button>
      {isByHand.value && <ByHand text={text} />}
    </>
  );
}

function ByHand({ text }: Pick<CopyButtonProps, 'text'>): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <label class="stack-tight small">
      {commonText().copyByHand}
      <textarea ref={field} class="bare" rows={Math.min(4, text.split('\n').length)} readOnly value={text} />
    </label>
  );
}
