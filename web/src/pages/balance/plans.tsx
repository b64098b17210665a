import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';

import { OrderPointsDocument } from '../../api/generated/balance.ts';
import { newId, request } from '../../api/server.ts';
import { balanceText } from '../../text/balance.text.ts';
import { formatFen } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { BalancePageResult } from './balance-page-query.ts';

type Plan = BalancePageResult['pointPlans'][number];
type Option = BalancePageResult['paymentOptions'][number];

interface PlansProps {
  readonly plans: readonly Plan[];
  readonly options: readonly Option[];
}

/** What can be bought. One press is one order: its key is made once and kept until the house has answered. */
export function Plans({ plans, options }: PlansProps): JSX.Element {
  const t = balanceText().plans;
  const { route } = useLocation();
  const refusal = useSignal<string | undefined>(undefined);
  const attempt = useRef<{ readonly planId: string; readonly key: string }>(undefined);
  const [option] = options;
  const buy = useAction(async (planId: string) => {
    if (option === undefined) return;
    refusal.value = undefined;
    if (attempt.current?.planId !== planId) attempt.current = { planId, key: newId() };
    const { orderPoints: result } = await request(OrderPointsDocument, {
      input: { planId, paymentMethod: option.method, idempotencyKey: attempt.current.key },
    });
    attempt.current = undefined;
    if (result.__typename === 'OrderPointsSuccess') route(`/balance/orders/${result.order.id}`);
    else refusal.value = result.message;
  });
  const fault = buy.fault.value ?? refusal.value;
  return (
    <div class="stack-tight">
      <h3>{t.title}</h3>
      <div role="alert">{fault !== undefined && <p class="notice error">{fault}</p>}</div>
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
              <Button
                aria-label={t.buyOf(plan.name)}
                isBusy={buy.isBusy.value}
                onClick={() => buy.run(plan.id)}
              >
                {t.buy}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
