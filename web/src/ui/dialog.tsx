import './dialog.css';

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

import { commonText } from '../text/common.text.ts';
import { Button } from './button.tsx';

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** Called for Escape, the close button and the backdrop. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons; a close button where there are none. */
  readonly actions?: ComponentChildren;
}

/** The browser's own modal dialog: it traps focus, closes on Escape, and gives focus back. */
export function Dialog({ isOpen, title, onClose, children, actions }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (isOpen && element?.open === false) element.showModal();
    if (!isOpen && element?.open) element.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      {isOpen && (
        <div class="inside">
          <h2 id={titleId}>{title}</h2>
          <div class="stack">{children}</div>
          <div class="actions">
            {actions ?? <Button onClick={() => dialog.current?.close()}>{commonText().close}</Button>}
          </div>
        </div>
      )}
    </dialog>
  );
}

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  /** Names the object and the scope: "删除 3 份速录？". */
  readonly title: string;
  /** The verb that will happen, never "OK". */
  readonly action: string;
  /** What leaves all as it is, where "cancel" would be taken for the act itself: "保留订单". */
  readonly dismiss?: string;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

/** Asks before something leaves the building, costs points or cannot be undone. Focus starts on "cancel". */
export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  const {
    action,
    dismiss,
    isDangerous = false,
    isBusy = false,
    onConfirm,
    onClose,
    children,
    ...rest
  } = props;
  const actions = (
    <>
      <Button autofocus onClick={onClose}>
        {dismiss ?? commonText().cancel}
      </Button>
      <Button look={isDangerous ? 'danger' : 'primary'} isBusy={isBusy} onClick={onConfirm}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog {...rest} onClose={onClose} actions={actions}>
      {children}
    </Dialog>
  );
}
