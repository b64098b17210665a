import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import { SavePointPlanDocument } from '../../api/generated/staff.ts';
import type { StaffPlansQuery } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { commonText } from '../../text/common.text.ts';
import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction, type Action } from '../../ui/use-action.ts';
import { fenFromYuan, wholeNumber, yuanFromFen } from './price.rules.ts';

export type Plan = StaffPlansQuery['pointPlans'][number];

interface PlanDialogProps {
  /** The plan to change, or a new one; the dialog is closed without. */
  readonly plan: Plan | 'new' | undefined;
  readonly onClose: () => void;
  readonly onSaved: (plan: Plan) => void;
}

const fieldNames = ['name', 'points', 'priceFen'];

/** A plan's name, points, price and whether it is on sale. */
export function PlanDialog({ plan, onClose, onSaved }: PlanDialogProps): JSX.Element {
  const t = staffText().plans;
  const formId = useId();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const known = plan === 'new' ? undefined : plan;
  const save = useAction(async (form: HTMLFormElement) => {
    const input = readPlan(form);
    problem.value = problemOf(input);
    const { points, priceFen } = input;
    if (points === undefined || priceFen === undefined) return;
    const { savePointPlan: result } = await request(SavePointPlanDocument, {
      input: { ...input, points, priceFen, ...(known === undefined ? {} : { id: known.id }) },
    });
    if (result.__typename === 'SavePointPlanSuccess') return onSaved(result.plan);
    problem.value = result;
  });
  const close = (): void => {
    problem.value = undefined;
    onClose();
  };
  return (
    <Dialog
      isOpen={plan !== undefined}
      title={known === undefined ? t.addTitle : t.editTitle(known.name)}
      onClose={close}
      actions={<PlanActions formId={formId} save={save} onClose={close} />}
    >
      <form id={formId} class="stack" onSubmit={submitting(save.run)} noValidate>
        <FormError>{save.fault.value ?? formError(problem.value, fieldNames)}</FormError>
        <PlanFields plan={known} problem={problem.value} />
        {known !== undefined && <p class="soft small">{t.intro}</p>}
      </form>
    </Dialog>
  );
}

interface PlanFieldsProps {
  readonly plan: Plan | undefined;
  readonly problem: FormProblem | undefined;
}

function PlanFields({ plan, problem }: PlanFieldsProps): JSX.Element {
  const t = staffText().plans;
  return (
    <>
      <Field
        label={t.name}
        name="name"
        maxLength={60}
        autocomplete="off"
        defaultValue={plan?.name}
        error={fieldError(problem, 'name')}
      />
      <Field
        label={t.points}
        hint={staffText().cards.pointsHint}
        name="points"
        inputMode="numeric"
        autocomplete="off"
        defaultValue={plan === undefined ? undefined : String(plan.points)}
        error={fieldError(problem, 'points')}
      />
      <Field
        label={t.price}
        hint={t.priceHint}
        name="price"
        inputMode="decimal"
        autocomplete="off"
        defaultValue={plan === undefined ? undefined : yuanFromFen(plan.priceFen)}
        error={fieldError(problem, 'priceFen')}
      />
      <label class="row">
        <input type="checkbox" name="isOnSale" defaultChecked={plan?.isOnSale ?? true} /> {t.isOnSale}
      </label>
    </>
  );
}

interface PlanActionsProps {
  readonly formId: string;
  readonly save: Action<[HTMLFormElement]>;
  readonly onClose: () => void;
}

function PlanActions({ formId, save, onClose }: PlanActionsProps): JSX.Element {
  const t = commonText();
  return (
    <>
      <Button onClick={onClose}>{t.cancel}</Button>
      <Button type="submit" form={formId} look="primary" isBusy={save.isBusy.value}>
        {t.save}
      </Button>
    </>
  );
}

function readPlan(form: HTMLFormElement) {
  return {
    name: textOf(form, 'name').trim(),
    points: wholeNumber(textOf(form, 'points')),
    priceFen: fenFromYuan(textOf(form, 'price')),
    isOnSale: new FormData(form).has('isOnSale'),
  };
}

/** What the server could not be asked about: something that is no number has no limit to name. */
function problemOf({ points, priceFen }: ReturnType<typeof readPlan>): FormProblem | undefined {
  const t = staffText().plans;
  const __typename = 'InvalidInput';
  if (points === undefined) return { __typename, field: 'points', message: t.wholeNumber };
  if (priceFen === undefined) return { __typename, field: 'priceFen', message: t.priceInvalid };
  return undefined;
}
