import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import type { PointLotFieldsFragment } from '../../api/generated/types.ts';
import { formatDate, formatNumber } from '../../text/format.ts';
import { rewardsText } from '../../text/rewards.text.ts';

interface LotsTableProps {
  readonly title: string;
  readonly lots: {
    readonly edges: readonly { readonly node: PointLotFieldsFragment }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

/** What points are made of, in the order in which they are spent: how many, from what, from when and until when. */
export function LotsTable({ title, lots }: LotsTableProps): JSX.Element {
  const t = rewardsText().lots;
  const id = useId();
  return (
    <section class="panel stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lots.edges.length === 0 && <p class="soft">{t.empty}</p>}
      {lots.edges.length > 0 && (
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t.source}</th>
              <th scope="col" class="number">
                {t.left}
              </th>
              <th scope="col">{t.available}</th>
              <th scope="col">{t.expires}</th>
            </tr>
          </thead>
          <tbody>
            {lots.edges.map(({ node }) => (
              <LotRow key={node.id} lot={node} />
            ))}
          </tbody>
        </table>
      )}
      {lots.pageInfo.hasNextPage && <p class="soft small">{t.more}</p>}
    </section>
  );
}

function LotRow({ lot }: { readonly lot: PointLotFieldsFragment }): JSX.Element {
  const t = rewardsText().lots;
  const { kind, remaining, isPending, availableAt, expiresAt } = lot;
  return (
    <tr>
      <td>
        {t.kind[kind]} {isPending && <span class="chip">{t.pending}</span>}
      </td>
      <td class="number tabular">{formatNumber(remaining)}</td>
      <td>{isPending ? <time dateTime={availableAt}>{formatDate(availableAt)}</time> : t.now}</td>
      <td>{expiresAt === null ? t.never : <time dateTime={expiresAt}>{formatDate(expiresAt)}</time>}</td>
    </tr>
  );
}
