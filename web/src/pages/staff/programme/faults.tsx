import type { JSX } from 'preact';

import { programmeText } from '../../../text/programme.text.ts';
import { FormError } from '../../../ui/form-error.tsx';
import { figureId } from './figure-input.tsx';

/** Why the rules were refused, and the figures that it is about. */
export interface Fault {
  readonly reason: string;
  readonly keys: readonly string[];
}

interface Refusal {
  readonly message: string;
  readonly field?: string;
  readonly contradictions?: readonly Fault[];
}

/** What is wrong, one by one: contradictions come all together, a figure that cannot be read comes alone. */
export function faultsOf({ message, field, contradictions }: Refusal): readonly Fault[] {
  if (contradictions !== undefined) return contradictions;
  return [{ reason: message, keys: field === undefined ? [] : [field] }];
}

/** All the faults together, each leading to its figure. */
export function Faults({ faults }: { readonly faults: readonly Fault[] }): JSX.Element | null {
  const t = programmeText();
  if (faults.length === 0) return null;
  return (
    <FormError>
      <p>{t.faults}</p>
      <ul>
        {faults.map(({ reason, keys }) => (
          <li key={reason}>
            {reason}{' '}
            {keys[0] !== undefined && document.getElementById(figureId(keys[0])) !== null && (
              <a href={`#${figureId(keys[0])}`} onClick={(event) => goTo(event, keys[0] ?? '')}>
                {t.goTo}
              </a>
            )}
          </li>
        ))}
      </ul>
    </FormError>
  );
}

function goTo(event: MouseEvent, key: string): void {
  event.preventDefault();
  const target = document.getElementById(figureId(key));
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
