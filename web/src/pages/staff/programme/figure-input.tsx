import type { JSX } from 'preact';

import { toggled, type Figure } from './draft.ts';

interface FigureInputProps {
  readonly figure: Figure;
  readonly value: string;
  readonly isFaulty: boolean;
  readonly onWrite: (value: string) => void;
}

/** Where a figure stands on the page, so that what is wrong with it can lead there. */
export const figureId = (key: string): string => `figure-${key}`;

/** A blank of a sentence; the words around it say what it means, and its label says it to who does not see them. */
export function FigureInput(props: FigureInputProps): JSX.Element {
  const { figure, value, isFaulty, onWrite } = props;
  if (figure.kind === 'SET') return <SetInput {...props} />;
  const common = {
    id: figureId(figure.key),
    class: 'bare figure-input',
    'aria-label': figure.label,
    'aria-invalid': isFaulty ? ('true' as const) : undefined,
  };
  if (figure.kind === 'LEVEL' || figure.kind === 'CHOICE') {
    return (
      <select {...common} value={value} onChange={(event) => onWrite(event.currentTarget.value)}>
        {figure.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    );
  }
  const isName = figure.kind === 'NAME';
  return (
    <input
      {...common}
      inputMode={isName ? 'text' : figure.kind === 'WHOLE' ? 'numeric' : 'decimal'}
      autocomplete="off"
      size={isName ? 12 : Math.max(4, value.length + 1)}
      maxLength={isName ? 30 : 12}
      value={value}
      onInput={(event) => onWrite(event.currentTarget.value)}
    />
  );
}

function SetInput({ figure, value, isFaulty, onWrite }: FigureInputProps): JSX.Element {
  const chosen = new Set(value.split(','));
  return (
    <span
      class="figure-set"
      role="group"
      id={figureId(figure.key)}
      tabIndex={-1}
      aria-label={figure.label}
      data-faulty={isFaulty ? 'true' : undefined}
    >
      {figure.options.map((option) => (
        <label key={option.value} class="tick">
          <input
            type="checkbox"
            checked={chosen.has(option.value)}
            onChange={() => onWrite(toggled(figure, value, option.value))}
          />
          {option.name}
        </label>
      ))}
    </span>
  );
}
