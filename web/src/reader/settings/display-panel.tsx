import './display-panel.css';

import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

import { displayText } from '../../text/display.text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import {
  alignments,
  cellChoices,
  fonts,
  lineChoices,
  modes,
  ranges,
  readingThemes,
  views,
} from './reading-settings.ts';
import type { Reading } from './reading.ts';

interface DisplayPanelProps {
  readonly reading: Reading;
}

/** How the text looks and comes: each change takes hold at once, and is kept on this device. */
export function DisplayPanel({ reading }: DisplayPanelProps): JSX.Element {
  const t = displayText();
  const now = reading.settings.value;
  const { change } = reading;
  const mode = reading.mode.value;
  return (
    <section class="display-panel" aria-label={t.title}>
      <Choice
        label={t.mode}
        value={mode}
        names={modes.map((value) => [value, t.modes[value]])}
        onChoose={(value) => reading.switchMode(value)}
      />
      <Choice
        label={t.view}
        hint={t.viewHint}
        value={now.view}
        names={views.map((value) => [value, t.views[value]])}
        onChoose={(view) => change({ view })}
      />
      <Choice
        label={t.theme}
        value={now.theme}
        names={readingThemes.map((value) => [value, t.themes[value]])}
        onChoose={(theme) => change({ theme })}
      />
      <Slider label={t.size} unit="px" of="sizePx" reading={reading} />
      <Slider label={t.lineHeight} of="lineHeight" reading={reading} />
      <Slider label={t.width} of="widthEm" reading={reading} />
      <Slider label={t.letterSpacing} unit="em" of="letterSpacingEm" reading={reading} />
      <Slider label={t.delay} hint={t.delayHint} unit="s" of="delayS" reading={reading} />
      <Choice
        label={t.font}
        value={now.font}
        names={fonts.map((value) => [value, t.fonts[value]])}
        onChoose={(font) => change({ font })}
      />
      <Choice
        label={t.lines}
        value={now.lines}
        names={lineChoices.map((value) => [value, t.lineChoices[value]])}
        onChoose={(lines) => change({ lines })}
      />
      <Choice
        label={t.align}
        value={now.align}
        names={alignments.map((value) => [value, t.alignments[value]])}
        onChoose={(align) => change({ align })}
      />
      {mode === 'lines' && (
        <Choice
          label={t.cells}
          value={String(now.cells)}
          names={cellChoices.map((value) => [String(value), String(value)])}
          onChoose={(cells) => change({ cells: Number(cells) })}
        />
      )}
      <Tick label={t.bold} isOn={now.isBold} onSwitch={(isBold) => change({ isBold })} />
      <Tick label={t.mirror} isOn={now.isMirrored} onSwitch={(isMirrored) => change({ isMirrored })} />
      <Tick label={t.readAloud} isOn={now.isReadAloud} onSwitch={(isReadAloud) => change({ isReadAloud })} />
      <div class="wide row">
        <Button onClick={reading.reset}>{t.reset}</Button>
        <CopyButton text={reading.link()}>{t.copyLink}</CopyButton>
        <p class="soft small">
          {t.kept} {t.linkHint}
        </p>
      </div>
    </section>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly hint?: string;
}

function Labelled({
  id,
  label,
  hint,
  children,
}: LabelledProps & { readonly id: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="stack-tight">
      <label for={id}>{label}</label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps<Value extends string> extends LabelledProps {
  readonly value: Value;
  readonly names: readonly (readonly [value: Value, name: string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({
  value,
  names,
  onChoose,
  ...labelled
}: ChoiceProps<Value>): JSX.Element {
  const id = useId();
  return (
    <Labelled id={id} {...labelled}>
      <select
        id={id}
        class="bare"
        aria-describedby={labelled.hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value as Value)}
      >
        {names.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface SliderProps extends LabelledProps {
  readonly of: keyof typeof ranges;
  readonly unit?: string;
  readonly reading: Reading;
}

function Slider({ of, unit = '', reading, ...labelled }: SliderProps): JSX.Element {
  const id = useId();
  const value = reading.settings.value[of];
  return (
    <Labelled id={id} {...labelled}>
      <span class="row">
        <input
          id={id}
          type="range"
          {...ranges[of]}
          value={value}
          aria-describedby={labelled.hint === undefined ? undefined : `${id}-hint`}
          onInput={(event) => reading.change({ [of]: event.currentTarget.valueAsNumber })}
        />
        <output for={id} class="tabular small">
          {value}
          {unit}
        </output>
      </span>
    </Labelled>
  );
}

interface TickProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

function Tick({ label, isOn, onSwitch }: TickProps): JSX.Element {
  return (
    <label class="row">
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
