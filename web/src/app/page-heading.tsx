import { signal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

import { commonText } from '../text/common.text.ts';

/** How often the route has changed since the page was opened: the first page keeps the browser's own focus. */
export const navigationCount = signal(0);

interface PageHeadingProps {
  readonly title: string;
  /** What can be done with the page as a whole. */
  readonly children?: ComponentChildren;
}

/** The page's one h1. It sets the document's title and takes the focus after a change of route. */
export function PageHeading({ title, children }: PageHeadingProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const { productName } = commonText();
  useEffect(() => {
    document.title = title === productName ? productName : `${title} · ${productName}`;
  }, [title, productName]);
  useLayoutEffect(() => {
    if (navigationCount.peek() > 0) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="row row-between page-heading">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children !== undefined && <div class="row">{children}</div>}
    </div>
  );
}
