import '../ui/field.css';

import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

import { commonText } from '../text/common.text.ts';
import { Button } from '../ui/button.tsx';

interface CommentComposerProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly submit: string;
  readonly initialText?: string;
  /** Opened by the writer's own press: the field takes the focus then, and only then. */
  readonly isOpenedByUser?: boolean;
  readonly isBusy?: boolean;
  readonly onSubmit: (body: string) => void;
  readonly onCancel?: () => void;
}

/** A field that sends with Ctrl+Enter or its button; Enter makes a new line, and an IME's Enter is the IME's. */
export function CommentComposer(props: CommentComposerProps): JSX.Element {
  const { label, hint, submit, initialText = '', isOpenedByUser = false, isBusy = false } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isOpenedByUser) field.current?.focus({ preventScroll: false });
  }, []);
  const send = (): void => {
    const body = field.current?.value ?? '';
    if (isBusy || body.trim() === '') return field.current?.focus();
    props.onSubmit(body);
    // An edit closes by itself when it has arrived; what was refused stays to be mended.
    if (initialText === '' && field.current !== null) field.current.value = '';
  };
  return (
    <form
      class="comment-composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        if (event.key === 'Escape') props.onCancel?.();
      }}
    >
      <label for={id} class="small">
        {label}
      </label>
      <textarea
        class="bare"
        ref={field}
        id={id}
        rows={2}
        defaultValue={initialText}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
      <div class="row">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {submit}
        </Button>
        {props.onCancel !== undefined && <Button onClick={props.onCancel}>{commonText().cancel}</Button>}
      </div>
    </form>
  );
}
