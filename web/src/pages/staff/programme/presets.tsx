import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import type { ProgrammeEditorQuery } from '../../../api/generated/types.ts';
import { programmeText } from '../../../text/programme.text.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field.tsx';

type Preset = ProgrammeEditorQuery['programmePresets'][number];

interface PresetsProps {
  readonly presets: readonly Preset[];
  readonly onUse: (preset: Preset) => void;
}

/** Sets of figures to fill in at once; nothing is saved by it. */
export function Presets({ presets, onUse }: PresetsProps): JSX.Element {
  const t = programmeText();
  const chosenId = useSignal(presets[0]?.id ?? '');
  const chosen = presets.find(({ id }) => id === chosenId.value);
  return (
    <div class="panel stack-tight">
      <SelectField
        label={t.presets}
        hint={t.presetHint}
        value={chosenId.value}
        onChange={(event) => (chosenId.value = event.currentTarget.value)}
      >
        {presets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <p>{chosen?.about}</p>
      <div class="row">
        <Button onClick={() => chosen && onUse(chosen)}>{t.usePreset}</Button>
      </div>
    </div>
  );
}
