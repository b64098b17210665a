import type { JSX } from 'preact';

import { programmeText } from '../../../text/programme.text.ts';
import type { Draft, Figure, Rule } from './draft.ts';
import { FigureInput, figureId } from './figure-input.tsx';

export interface Editing {
  readonly draft: Draft;
  /** Keys of figures that were refused. */
  readonly faulty: ReadonlySet<string>;
  readonly onWrite: (figure: Figure, value: string) => void;
}

/** One rule: its switch, and its sentence with blanks. */
export function RuleLine({ rule, editing }: { readonly rule: Rule; readonly editing: Editing }): JSX.Element {
  const isOff = rule.switch != null && valueOf(editing, rule.switch) === 'false';
  return (
    <li class={isOff ? 'rule-line soft' : 'rule-line'}>
      {rule.switch != null && <RuleSwitch figure={rule.switch} editing={editing} />}
      <p>
        {rule.parts.map(({ words, figure }, i) =>
          figure == null ? (
            words
          ) : (
            <FigureInput
              key={i}
              figure={figure}
              value={valueOf(editing, figure)}
              isFaulty={editing.faulty.has(figure.key)}
              onWrite={(value) => editing.onWrite(figure, value)}
            />
          ),
        )}
      </p>
    </li>
  );
}

function RuleSwitch({
  figure,
  editing,
}: {
  readonly figure: Figure;
  readonly editing: Editing;
}): JSX.Element {
  return (
    <label class="tick">
      <input
        id={figureId(figure.key)}
        type="checkbox"
        aria-label={figure.label}
        aria-invalid={editing.faulty.has(figure.key) ? 'true' : undefined}
        checked={valueOf(editing, figure) === 'true'}
        onChange={(event) => editing.onWrite(figure, String(event.currentTarget.checked))}
      />
      <span aria-hidden="true">{programmeText().inForce}</span>
    </label>
  );
}

const valueOf = ({ draft }: Editing, { key, value }: Figure): string => draft.get(key) ?? value;
