import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import type { PointLotFieldsFragment } from '../../api/generated/types.ts';
import { formatDate, formatNumber } from '../../text/format.ts';
import { rewardsText } from '../../text/rewards.text.ts';

interface LotsListProps {
  readonly title: string;
  readonly lots: {
    readonly edges: readonly { readonly node: PointLotFieldsFragment }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

/** What points are made of, in the order in which they are spent: how many, from what, from when and until when. */
export function LotsList({ title, lots }: LotsListProps): JSX.Element {
  const t = rewardsText().lots;
  const id = useId();
  return (
    <section class="panel stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lots.edges.length === 0 && <p class="soft">{t.empty}</p>}
      {lots.edges.length > 0 && (
        <ul class="plain-list stack-tight" aria-labelledby={id}>
          {lots.edges.map(({ node }) => (
            <LotLine key={node.id} lot={node} />
          ))}
        </ul>
      )}
      {lots.pageInfo.hasNextPage && <p class="soft small">{t.more}</p>}
    </section>
  );
}

function LotLine({ lot }: { readonly lot: PointLotFieldsFragment }): JSX.Element {
  const t = rewardsText().lots;
  const { kind, remaining, isPending, availableAt, expiresAt } = lot;
  return (
    <li class="row">
      <strong class="tabular">{formatNumber(remaining)}</strong>
      <span>{t.kind[kind]}</span>
      {isPending && <span class="chip">{t.availableOn(formatDate(availableAt))}</span>}
      <span class="soft">{expiresAt === null ? t.never : t.until(formatDate(lastMoment(expiresAt)))}</span>
    </li>
  );
}

/** Points expire as a day begins; the day before is the last one on which they can be spent. */
export const lastMoment = (expiresAt: string): string => new Date(Date.parse(expiresAt) - 1).toISOString();
