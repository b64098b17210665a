import './checkout.css';

import type { JSX } from 'preact';

import type { PriceLineFieldsFragment } from '../../api/generated/types.ts';
import { couponsText } from '../../text/coupons.text.ts';
import { formatFen } from '../../text/format.ts';

interface PriceLinesProps {
  readonly lines: readonly PriceLineFieldsFragment[];
  readonly totalFen: number;
}

/** The arithmetic of a price as the house worked it out: before the order, on it, and on the receipt. */
export function PriceLines({ lines, totalFen }: PriceLinesProps): JSX.Element {
  const t = couponsText().price;
  return (
    <table class="price-lines">
      <caption class="visually-hidden">{t.title}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{t.step}</th>
          <th scope="col">{t.change}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ kind, label, amountFen }) => (
          <tr key={`${kind}${label}`}>
            <th scope="row">{label}</th>
            <td class="tabular">{signed(amountFen)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.total}</th>
          <td class="tabular price">{formatFen(totalFen)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const signed = (fen: number): string => (fen < 0 ? `−${formatFen(-fen)}` : formatFen(fen));
