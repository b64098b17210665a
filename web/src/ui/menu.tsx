import './menu.css';

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { commonText } from '../text/common.text.ts';
import { Button } from './button.tsx';

export interface MenuItem {
  readonly label: string;
  readonly isDangerous?: boolean;
  readonly run: () => void;
}

interface MenuProps {
  /** What it is a menu of, for those who do not see it; 更多操作 where nothing is said. */
  readonly label?: string;
  readonly items: readonly MenuItem[];
  readonly children?: ComponentChildren;
}

/** A menu button after the ARIA pattern: arrows move, Escape closes and gives focus back, typing Tab leaves. */
export function Menu({ label = commonText().moreActions, items, children = '⋯' }: MenuProps): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isOpen) menuItems(root.current)[0]?.focus();
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  return (
    <div
      ref={root}
      class="menu"
      onFocusOut={(event) => {
        if (!root.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (!isOpen) return;
        if (event.key === 'Escape') close();
        if (moveFocus(menuItems(root.current), event.key)) event.preventDefault();
      }}
    >
      <Button
        look="quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </Button>
      {isOpen && (
        <div class="items" role="menu" aria-label={label}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={item.isDangerous ? 'dangerous' : undefined}
              onClick={() => {
                close();
                item.run();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function menuItems(root: HTMLElement | null): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}

/** Says whether the key was one of its own. */
function moveFocus(items: readonly HTMLElement[], key: string): boolean {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const targets: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = targets[key];
  if (target === undefined) return false;
  items[target]?.focus();
  return true;
}
