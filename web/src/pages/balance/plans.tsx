import type { JSX } from 'preact';

import { balanceText } from '../../text/balance.text.ts';
import { formatFen } from '../../text/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import type { BalancePageResult } from './balance-page-query.ts';

type Plan = BalancePageResult['pointPlans'][number];
type Option = BalancePageResult['paymentOptions'][number];

interface PlansProps {
  readonly plans: readonly Plan[];
  readonly options: readonly Option[];
}

/** What can be bought; each leads to its price with the coupons that go with it. */
export function Plans({ plans, options }: PlansProps): JSX.Element {
  const t = balanceText().plans;
  const [option] = options;
  return (
    <div class="stack-tight">
      <h3>{t.title}</h3>
      {plans.length === 0 && <p class="soft">{t.none}</p>}
      {plans.length > 0 && option === undefined && <p class="notice warn">{t.noMethod}</p>}
      {plans.length > 0 && option !== undefined && (
        <p class="soft small">{t.how(options.map(({ name }) => name).join('、'))}</p>
      )}
      <ul class="plain-list plans">
        {plans.map((plan) => (
          <li key={plan.id}>
            <div>
              <strong>{plan.name}</strong>
              <p class="soft small">
                {t.points(plan.points)} · {t.unit(plan.priceFen, plan.points)}
              </p>
            </div>
            <span class="price">{formatFen(plan.priceFen)}</span>
            {option !== undefined && (
              <LinkButton href={`/balance/buy/${plan.id}`} aria-label={t.buyOf(plan.name)}>
                {t.buy}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
