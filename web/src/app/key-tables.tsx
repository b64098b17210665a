import './key-tables.css';

import { useSignal, type Signal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';

import { keysText } from '../text/keys.text.ts';
import { shellText } from '../text/shell.text.ts';
import { Button } from '../ui/button.tsx';
import { KeyFile } from './key-file.tsx';
import { wordsFor } from './key-words.ts';
import { keymap, keyRows, keysFor, saveKeymap } from './keymap.ts';
import { partsOf, type KeyBinding, type KeyId, type KeyPlace } from './keys.ts';
import { asRow, keysPressed, refusalOf, withKeys, type Refusal } from './remap.ts';
import { areCharacterKeysOn, switchCharacterKeys } from './use-key.ts';

/** The row that waits for its new key, and what became of the last try. */
interface Changing {
  readonly id: KeyId;
  readonly refusal?: { readonly keys: string; readonly why: Refusal };
}

type Row = KeyBinding & { readonly id: KeyId };

/** The sheet's inside: a table for each place with the present keys, each of which can be changed. */
export function KeyTables(): JSX.Element {
  const t = keysText();
  const shell = shellText();
  const changing = useSignal<Changing | null>(null);
  const places = [...new Set<KeyPlace>(keyRows.map(({ place }) => place))];
  return (
    <div class="stack key-tables">
      <p class="print-only">{t.printTitle}</p>
      <div class="key-columns">
        {places.map((place) => (
          <table key={place}>
            <thead>
              <tr>
                <th scope="col">{shell.keyPlaces[place]}</th>
                <th scope="col">{shell.keyColumn}</th>
              </tr>
            </thead>
            <tbody>
              {keyRows
                .filter((row) => row.place === place)
                .map((row) => (
                  <KeyRow key={row.id} row={row} changing={changing} />
                ))}
            </tbody>
          </table>
        ))}
      </div>
      <p class="soft small">{t.neverBound}</p>
      <label class="row no-print">
        <input
          type="checkbox"
          defaultChecked={areCharacterKeysOn()}
          onChange={(event) => switchCharacterKeys(event.currentTarget.checked)}
        />
        {shell.characterKeys}
      </label>
      <KeyFile />
    </div>
  );
}

interface KeyRowProps {
  readonly row: Row;
  readonly changing: Signal<Changing | null>;
}

function KeyRow({ row, changing }: KeyRowProps): JSX.Element {
  const t = keysText();
  const name = shellText().keys[row.id];
  const isOwn = keymap.value[row.id] !== undefined;
  const now = changing.value?.id === row.id ? changing.value : undefined;
  return (
    <tr class={isOwn ? 'own' : ''}>
      <td>{name}</td>
      <td>
        <span class="row key-cell">
          <Keys keys={keysFor(row.id)} />
          {isOwn && <span class="small soft">{t.changed}</span>}
          <Button
            look="quiet"
            aria-label={now === undefined ? t.changeRow(name) : t.press}
            onClick={() => (changing.value = now === undefined ? { id: row.id } : null)}
            onKeyDown={(event) => now !== undefined && capture(event, changing)}
            onBlur={() => {
              if (changing.peek()?.id === row.id) changing.value = null;
            }}
          >
            {now === undefined ? t.change : t.press}
          </Button>
          {isOwn && (
            <Button
              look="quiet"
              aria-label={t.resetRow(name)}
              onClick={() => saveKeymap(withKeys(row.id, row.keys, keymap.peek()))}
            >
              {t.reset}
            </Button>
          )}
        </span>
        {now !== undefined && (
          <p class="small" role="alert">
            {now.refusal === undefined ? t.pressHint : wordsFor(now.refusal)}
          </p>
        )}
      </td>
    </tr>
  );
}

/** Takes the press itself: while a row waits, no key does anything else. */
function capture(event: KeyboardEvent, changing: KeyRowProps['changing']): void {
  event.preventDefault();
  event.stopPropagation();
  const row = changing.peek();
  const pressed = keysPressed(event);
  if (row === null || pressed === null) return;
  if (pressed === 'Esc') return void (changing.value = null);
  const keys = asRow(row.id, pressed);
  const why = refusalOf(row.id, keys, keymap.peek());
  if (why !== undefined) return void (changing.value = { id: row.id, refusal: { keys, why } });
  saveKeymap(withKeys(row.id, keys, keymap.peek()));
  changing.value = null;
}

/** Each key by itself, as it stands on the keyboard. */
export function Keys({ keys }: { readonly keys: string }): JSX.Element {
  const { modifiers, name } = partsOf(keys);
  return (
    <span class="keys">
      {[...modifiers, name].map((key, index) => (
        <Fragment key={key}>
          {index > 0 && '+'}
          <kbd>{key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
