import './field.css';

import type {
  ComponentChildren,
  InputHTMLAttributes,
  JSX,
  PartialInputHTMLAttributes,
  PartialSelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';

import { commonText } from '../text/common.text.ts';
import { Button } from './button.tsx';

interface FieldFrame {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do, in words; announced and wired to the control. */
  readonly error?: string | undefined;
  readonly isOptional?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** The types of one line of text: what is ticked or picked has components of its own. */
type TextType = 'text' | 'password' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'date';
type InputProps = FieldFrame &
  Omit<PartialInputHTMLAttributes<HTMLInputElement>, 'icon' | 'label' | 'children' | 'role' | 'type'> & {
    readonly type?: TextType;
  };

/** One line of input with its label, hint and error wired together. `type="password"` brings its own toggle. */
export function Field({ label, hint, error, isOptional, children, ...input }: InputProps): JSX.Element {
  const id = useId();
  if (input.type === 'password') return <PasswordField {...{ label, hint, error, children }} {...input} />;
  return (
    <Frame {...{ id, label, hint, error, isOptional }} after={children}>
      <input {...forType(input)} {...wiring({ id, hint, error })} />
    </Frame>
  );
}

/** Several lines of input. */
export function TextAreaField(
  props: FieldFrame & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'icon' | 'label' | 'children'>,
): JSX.Element {
  const { label, hint, error, isOptional, children, ...input } = props;
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, isOptional }} after={children}>
      <textarea rows={4} {...input} {...wiring({ id, hint, error })} />
    </Frame>
  );
}

/** A choice among few, as the browser's own select. */
export function SelectField(
  props: FieldFrame &
    Omit<PartialSelectHTMLAttributes<HTMLSelectElement>, 'icon' | 'label' | 'role' | 'size'>,
): JSX.Element {
  const { label, hint, error, isOptional, children, ...input } = props;
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, isOptional }}>
      <select {...input} {...wiring({ id, hint, error })}>
        {children}
      </select>
    </Frame>
  );
}

function PasswordField({ label, hint, error, children, ...input }: InputProps): JSX.Element {
  const id = useId();
  const t = commonText();
  const [isShown, setShown] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);
  return (
    <Frame {...{ id, label, error, hint: hasCapsLock ? t.capsLock : hint }} after={children}>
      <input
        autocapitalize="off"
        spellcheck={false}
        {...forType({ ...input, type: isShown ? 'text' : 'password' })}
        {...wiring({ id, hint: hint ?? (hasCapsLock ? t.capsLock : undefined), error })}
        onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
      />
      <Button aria-pressed={isShown} aria-controls={id} onClick={() => setShown(!isShown)}>
        {isShown ? t.hidePassword : t.showPassword}
      </Button>
    </Frame>
  );
}

/** Preact types an input by each single value of `type`; here it is one of several that are all alike. */
function forType(input: Omit<InputProps, keyof FieldFrame>): InputHTMLAttributes<HTMLInputElement> {
  return input as InputHTMLAttributes<HTMLInputElement>;
}

interface FrameProps extends FieldFrame {
  readonly id: string;
  readonly after?: ComponentChildren;
}

function Frame({ id, label, hint, error, isOptional = false, after, children }: FrameProps): JSX.Element {
  useEffect(() => {
    if (error !== undefined) focusFirstFault(id);
  }, [id, error]);
  return (
    <div class="field">
      <label for={id}>
        {label} {isOptional && <span class="optional soft small">{commonText().optional}</span>}
      </label>
      <div class="control">{children}</div>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} class="error small" role="alert" hidden={error === undefined}>
        {error}
      </p>
      {after}
    </div>
  );
}

/** After a form was refused its first field at fault takes the focus, unless the reader is elsewhere by then. */
function focusFirstFault(id: string): void {
  const control = document.getElementById(id);
  const form = control?.closest('form');
  if (control === null || form == null || form.querySelector('[aria-invalid]') !== control) return;
  const { activeElement } = document;
  const isSubmit = activeElement instanceof HTMLButtonElement && activeElement.form === form;
  if (activeElement === document.body || isSubmit || form.contains(activeElement)) control.focus();
}

interface Wired {
  readonly id: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

function wiring({ id, hint, error }: Wired) {
  const described = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(
    Boolean,
  );
  return {
    id,
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
  };
}
