import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { ApiError } from '../../api/client.ts';
import { SavePointPlanDocument, StaffPlansDocument } from '../../api/generated/staff.ts';
import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { formatFen } from '../../text/format.ts';
import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';
import { PlanDialog, type Plan } from './plan-dialog.tsx';
import { Record } from './record.tsx';

/** What can be ordered, and what could be once. */
export function PlansSection(): JSX.Element {
  const t = staffText().plans;
  const { state, reload } = useQuery(StaffPlansDocument, {});
  const edited = useSignal<Plan | 'new' | undefined>(undefined);
  const { result, error } = state.value;
  const plans = result?.pointPlans;
  const add = (
    <Button look="primary" onClick={() => (edited.value = 'new')}>
      {t.add}
    </Button>
  );
  return (
    <>
      <PageHeading title={t.title}>{plans?.length === 0 ? undefined : add}</PageHeading>
      <p class="soft prose">{t.intro}</p>
      {error !== undefined && <ErrorState error={error} onRetry={reload} />}
      {plans === undefined && error === undefined && <Skeleton />}
      {plans?.length === 0 && (
        <EmptyState title={t.emptyTitle} action={add}>
          {t.emptyText}
        </EmptyState>
      )}
      {plans !== undefined && plans.length > 0 && (
        <ul class="plain-list records panel" aria-label={t.title}>
          {plans.map((plan) => (
            <PlanLine key={plan.id} plan={plan} onEdit={() => (edited.value = plan)} onChanged={reload} />
          ))}
        </ul>
      )}
      <PlanDialog
        plan={edited.value}
        onClose={() => (edited.value = undefined)}
        onSaved={({ name }) => {
          edited.value = undefined;
          showToast({ text: t.saved(name) });
          reload();
        }}
      />
    </>
  );
}

interface PlanLineProps {
  readonly plan: Plan;
  readonly onEdit: () => void;
  readonly onChanged: () => void;
}

function PlanLine({ plan, onEdit, onChanged }: PlanLineProps): JSX.Element {
  const t = staffText();
  const toggle = useAction(async () => {
    const isOnSale = !plan.isOnSale;
    const { savePointPlan: saved } = await request(SavePointPlanDocument, { input: { ...plan, isOnSale } });
    if (saved.__typename !== 'SavePointPlanSuccess') {
      throw new ApiError({ code: saved.__typename, message: saved.message });
    }
    onChanged();
    showToast({ text: isOnSale ? t.plans.nowOnSale(plan.name) : t.plans.nowRetired(plan.name) });
  });
  return (
    <Record
      title={plan.name}
      about={
        <>
          <span class={plan.isOnSale ? 'chip good' : 'chip'}>
            {plan.isOnSale ? t.plans.onSale : t.plans.retired}
          </span>
          {toggle.fault.value !== undefined && <span role="alert">{toggle.fault.value}</span>}
        </>
      }
      facts={[
        [t.plans.pointsFact, t.points(plan.points)],
        [t.plans.priceFact, <strong key="price">{formatFen(plan.priceFen)}</strong>],
        [t.plans.perPoint, formatFen(plan.priceFen / plan.points)],
      ]}
      actions={
        <>
          <Button onClick={onEdit} aria-label={t.plans.editTitle(plan.name)}>
            {t.edit}
          </Button>
          <Button look="quiet" isBusy={toggle.isBusy.value} onClick={() => toggle.run()}>
            {plan.isOnSale ? t.plans.retire : t.plans.putOnSale}
          </Button>
        </>
      }
    />
  );
}
