import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import type { Visibility } from '../../api/generated/types.ts';
import { roomText } from '../../text/room.text.ts';
import { SelectField } from '../../ui/field.tsx';

/** Who may read it; the hint says in words what the choice means. Read it from the form as `visibility`. */
export function VisibilityField(): JSX.Element {
  const t = roomText();
  const chosen = useSignal<Visibility>('PRIVATE');
  return (
    <SelectField
      label={t.start.visibility}
      hint={t.visibilityHint[chosen.value]}
      name="visibility"
      value={chosen.value}
      onChange={(event) => (chosen.value = event.currentTarget.value as Visibility)}
    >
      <option value="PRIVATE">{t.visibility.PRIVATE}</option>
      <option value="PUBLIC">{t.visibility.PUBLIC}</option>
    </SelectField>
  );
}
