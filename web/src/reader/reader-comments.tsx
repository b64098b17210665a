import { useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { CommentsProps } from '../comments/comments.tsx';
import { LazyCommentLinks, LazyComments } from '../comments/lazy-comments.tsx';
import { commonText } from '../text/common.text.ts';
import { readerText } from '../text/reader.text.ts';
import { Button } from '../ui/button.tsx';

/** As in reader.css: from here on the comments stand beside the text. */
const besideQuery = '(min-width: 64rem)';

/** Beside the text where there is room; else a sheet that the reader opens, over the lower part of the page. */
export function ReaderComments(props: CommentsProps): JSX.Element {
  const t = readerText();
  const isBeside = useSignal(matchMedia(besideQuery).matches);
  const isOpen = useSignal(false);
  const wasOpened = useSignal(false);
  const toggle = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = matchMedia(besideQuery);
    const note = (): void => void (isBeside.value = list.matches);
    list.addEventListener('change', note);
    return () => list.removeEventListener('change', note);
  }, []);
  const open = (): void => {
    isOpen.value = wasOpened.value = true;
    props.shelf.reveal();
  };
  // What the reader asked for in the text, or by key, is in the list: it opens for that.
  useSignalEffect(() => {
    if (props.shelf.wanted.value === null || isBeside.peek() || isOpen.peek()) return;
    isOpen.value = wasOpened.value = true;
  });
  const close = (): void => {
    isOpen.value = false;
    toggle.current?.querySelector('button')?.focus();
  };
  const count = props.shelf.freshCount.value;
  return (
    <>
      <aside
        class={`reader-comments${isOpen.value ? ' open' : ''}`}
        aria-label={t.comments}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.isComposing && isOpen.value) close();
        }}
      >
        <div class="row row-between">
          <h2>{t.comments}</h2>
          <span class="sheet-only">
            <Button onClick={close}>{commonText().close}</Button>
          </span>
        </div>
        {(isBeside.value || wasOpened.value) && <LazyComments {...props} />}
      </aside>
      <LazyCommentLinks {...props} />
      <div ref={toggle} class="reader-bar sheet-only">
        <Button isWide aria-expanded={isOpen.value} onClick={isOpen.value ? close : open}>
          {t.comments}
          {count > 0 && <span class="badge">{t.newComments(count)}</span>}
        </Button>
      </div>
    </>
  );
}
