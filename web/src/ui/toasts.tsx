import './toasts.css';

import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { commonText } from '../text/common.text.ts';
import { Button } from './button.tsx';

export interface Toast {
  readonly text: string;
  /** At most one, e.g. 撤销; the toast then stays 10 s instead of 5. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ShownToast extends Toast {
  readonly key: number;
}

const toasts = signal<readonly ShownToast[]>([]);
const keys = { last: 0 };

/** Says something that is recorded elsewhere too; errors that need an act belong beside their cause instead. */
export function showToast(toast: Toast): void {
  keys.last += 1;
  toasts.value = [...toasts.peek().slice(-2), { ...toast, key: keys.last }];
}

function dismiss(key: number): void {
  toasts.value = toasts.peek().filter((toast) => toast.key !== key);
}

/** The region is on the page before any text comes into it: screen readers announce only such. Mount it once. */
export function Toasts(): JSX.Element {
  return (
    <div class="toasts" role="status">
      {toasts.value.map((toast) => (
        <ToastLine key={toast.key} toast={toast} />
      ))}
    </div>
  );
}

/** The timer stops while the pointer or the focus is on it, and starts anew after. */
function ToastLine({ toast }: { readonly toast: ShownToast }): JSX.Element {
  const [isHeld, setHeld] = useState(false);
  const { key, text, action } = toast;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismiss(key), action === undefined ? 5_000 : 10_000);
    return () => clearTimeout(timer);
  }, [isHeld, key, action]);
  const hold = { onMouseEnter: () => setHeld(true), onFocusIn: () => setHeld(true) };
  const release = { onMouseLeave: () => setHeld(false), onFocusOut: () => setHeld(false) };
  return (
    <div class="toast" {...hold} {...release}>
      <span>{text}</span>
      {action !== undefined && (
        <Button
          onClick={() => {
            dismiss(key);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button look="quiet" aria-label={commonText().close} onClick={() => dismiss(key)}>
        ×
      </Button>
    </div>
  );
}
