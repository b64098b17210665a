import type { JSX } from 'preact';

import { readerText } from '../text/reader.text.ts';
import { Button } from '../ui/button.tsx';
import type { Reading } from './settings/reading.ts';

/** The text smaller or larger, by one step. */
export function SizeButtons({ reading }: { readonly reading: Reading }): JSX.Element {
  const t = readerText();
  return (
    <>
      <Button onClick={() => reading.stepSize(-1)}>
        A−<span class="visually-hidden">{t.smaller}</span>
      </Button>
      <Button onClick={() => reading.stepSize(1)}>
        A+<span class="visually-hidden">{t.larger}</span>
      </Button>
    </>
  );
}
