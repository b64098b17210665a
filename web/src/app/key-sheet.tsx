import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { shellText } from '../text/shell.text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { keyTable, type KeyPlace } from './keys.ts';
import { areCharacterKeysOn, switchCharacterKeys, useKey } from './use-key.ts';

/** Every key of the program, printed from the table it listens by. Mount it once. */
export function KeySheet(): JSX.Element {
  const isOpen = useSignal(false);
  const t = shellText();
  useKey('keySheet', () => (isOpen.value = true));
  const places = [...new Set<KeyPlace>(keyTable.map(({ place }) => place))];
  return (
    <Dialog isOpen={isOpen.value} title={t.keySheet} onClose={() => (isOpen.value = false)}>
      {places.map((place) => (
        <table key={place}>
          <caption class="visually-hidden">{t.keyPlaces[place]}</caption>
          <thead>
            <tr>
              <th scope="col">{t.keyPlaces[place]}</th>
              <th scope="col">{t.keyColumn}</th>
            </tr>
          </thead>
          <tbody>
            {keyTable
              .filter((binding) => binding.place === place)
              .map(({ id, keys }) => (
                <tr key={id}>
                  <td>{t.keys[id]}</td>
                  <td>
                    <kbd>{keys}</kbd>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
      <label class="row">
        <input
          type="checkbox"
          defaultChecked={areCharacterKeysOn()}
          onChange={(event) => switchCharacterKeys(event.currentTarget.checked)}
        />
        {t.characterKeys}
      </label>
    </Dialog>
  );
}
