import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { deskText } from '../../../text/desk.text.ts';
import { Button } from '../../../ui/button.tsx';
import { useAction } from '../../../ui/use-action.ts';

interface QrPartProps {
  readonly link: string;
  readonly title: string;
  readonly code: string;
}

interface QrSquares {
  readonly size: number;
  readonly path: string;
}

/** The reading link as a QR code, large enough for a wall; what makes it is loaded when it is first asked for. */
export function QrPart({ link, title, code }: QrPartProps): JSX.Element {
  const t = deskText().qr;
  const squares = useSignal<QrSquares | null>(null);
  const make = useAction(async () => {
    const { encode } = await import('uqr');
    const { size, data } = encode(link, { ecc: 'M', border: 4 });
    squares.value = {
      size,
      path: data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join(''),
    };
  });
  const made = squares.value;
  if (made === null) {
    return (
      <div class="row">
        <Button isBusy={make.isBusy.value} onClick={() => make.run()}>
          {t.show}
        </Button>
        {make.fault.value !== undefined && <p role="alert">{t.failed}</p>}
      </div>
    );
  }
  return (
    <>
      <figure class="qr-sheet">
        <figcaption>
          <strong>{title}</strong>
          <br />
          {t.scan}
        </figcaption>
        {/* Black on white in every theme: cameras want it so. */}
        <svg
          viewBox={`0 0 ${made.size} ${made.size}`}
          role="img"
          aria-label={t.alt(link)}
          shape-rendering="crispEdges"
        >
          <rect width={made.size} height={made.size} fill="#fff" />
          <path d={made.path} fill="#000" />
        </svg>
        <p>
          {link}
          <br />
          <code>{code}</code>
        </p>
      </figure>
      <div class="row">
        <Button onClick={() => print()}>{t.print}</Button>
      </div>
    </>
  );
}
