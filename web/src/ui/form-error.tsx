import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What is wrong with the form as a whole: takes the focus when it appears, so that nobody has to look for it. */
export function FormError({ children }: { readonly children: ComponentChildren }): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null);
  const isShown = children !== undefined && children !== null && children !== false;
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown, children]);
  if (!isShown) return null;
  return (
    <div ref={box} class="notice error" role="alert" tabIndex={-1}>
      {children}
    </div>
  );
}
