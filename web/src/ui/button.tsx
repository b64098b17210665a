import './button.css';

import type { ButtonHTMLAttributes, ComponentChildren, JSX, PartialAnchorHTMLAttributes } from 'preact';

interface Look {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet' | undefined;
  readonly isWide?: boolean | undefined;
}

interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'icon'> {
  /** Its work is under way: it keeps its focus, says so, and takes no second press. */
  readonly isBusy?: boolean;
  readonly children: ComponentChildren;
}

/** A button that cannot be pressed twice while it is busy, and that never loses focus by being disabled. */
export function Button({
  look,
  isWide,
  isBusy = false,
  children,
  onClick,
  ...rest
}: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      {...rest}
      class={classOf({ look, isWide })}
      aria-disabled={isBusy ? 'true' : undefined}
      aria-busy={isBusy ? 'true' : undefined}
      onClick={(event) => {
        if (isBusy) return event.preventDefault();
        onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}

interface LinkButtonProps
  extends Look, Omit<PartialAnchorHTMLAttributes<HTMLAnchorElement>, 'icon' | 'role'> {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ look, isWide, children, ...rest }: LinkButtonProps): JSX.Element {
  return (
    <a {...rest} class={classOf({ look, isWide })}>
      {children}
    </a>
  );
}

function classOf({ look = 'plain', isWide = false }: Look): string {
  return `button ${look}${isWide ? ' wide' : ''}`;
}
