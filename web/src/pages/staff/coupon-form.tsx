import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';

import { CouponFormPlansDocument, CreateCouponTypeDocument } from '../../api/generated/coupons.ts';
import { request } from '../../api/server.ts';
import { commonText } from '../../text/common.text.ts';
import { couponsText } from '../../text/coupons.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { useQuery } from '../../ui/use-query.ts';
import { CouponBenefit } from './coupon-benefit.tsx';
import { fieldNames, formKinds, readCouponForm, type FormKind } from './coupon-form-reading.ts';

interface CouponFormProps {
  /** The types that there are, for packs. */
  readonly types: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly onClose: () => void;
  readonly onMade: (name: string) => void;
}

/** A new coupon, rule by rule: what it gives, when, with what, to whom and how often. */
export function CouponForm({ types, onClose, onMade }: CouponFormProps): JSX.Element {
  const t = couponsText().form;
  const kind = useSignal<FormKind>('FULL_REDUCTION');
  const problem = useSignal<FormProblem | undefined>(undefined);
  const create = useAction(async (form: HTMLFormElement) => {
    const input = readCouponForm(form, kind.value);
    problem.value = undefined;
    if ('__typename' in input) {
      problem.value = input;
      return;
    }
    const { createCouponType: result } = await request(CreateCouponTypeDocument, { input });
    if (result.__typename === 'CreateCouponTypeSuccess') return onMade(result.type.name);
    problem.value = result;
  });
  const isForOrders = kind.value !== 'PACK';
  return (
    <form class="panel stack coupon-form" aria-label={t.title} onSubmit={submitting(create.run)} noValidate>
      <FormError>{create.fault.value ?? formError(problem.value, fieldNames)}</FormError>
      <div class="coupon-fields">
        <Field
          label={t.name}
          name="name"
          maxLength={40}
          autocomplete="off"
          error={fieldError(problem.value, 'name')}
        />
        <SelectField
          label={t.kind}
          name="kind"
          value={kind.value}
          onChange={({ currentTarget }) =>
            (kind.value = formKinds.find((each) => each === currentTarget.value) ?? 'FULL_REDUCTION')
          }
        >
          {formKinds.map((each) => (
            <option key={each} value={each}>
              {t.kinds[each]}
            </option>
          ))}
        </SelectField>
      </div>
      <CouponBenefit kind={kind.value} types={types} problem={problem.value} />
      {isForOrders && <Conditions />}
      <Times problem={problem.value} />
      <Issuing problem={problem.value} isBirthday={kind.value === 'BIRTHDAY'} />
      <Counts problem={problem.value} />
      <div class="row">
        <Button type="submit" look="primary" isBusy={create.isBusy.value}>
          {t.create}
        </Button>
        <Button onClick={onClose}>{commonText().cancel}</Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly problem: FormProblem | undefined;
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <fieldset>
      <legend>{title}</legend>
      <div class="coupon-fields">{children}</div>
    </fieldset>
  );
}

function Tick(props: {
  readonly name: string;
  readonly label: string;
  readonly isOn?: boolean;
  readonly value?: string;
}) {
  return (
    <label class="row">
      <input
        type="checkbox"
        name={props.name}
        value={props.value ?? 'on'}
        defaultChecked={props.isOn ?? false}
      />{' '}
      {props.label}
    </label>
  );
}

function Conditions(): JSX.Element {
  const t = couponsText().form;
  const { state } = useQuery(CouponFormPlansDocument, {});
  const plans = state.value.result?.pointPlans ?? [];
  return (
    <>
      <Part title={t.conditions}>
        <Tick name="isFirstOrderOnly" label={t.firstOnly} />
        <Tick name="isRestoredOnRefund" label={t.restored} isOn />
      </Part>
      {plans.length > 0 && (
        <Part title={t.plans}>
          {plans.map(({ id, name }) => (
            <Tick key={id} name="planIds" value={id} label={name} />
          ))}
        </Part>
      )}
      <Part title={t.stacking}>
        <Tick name="stacksWithTier" label={t.withTier} isOn />
        <Tick name="stacksWithCampaign" label={t.withCampaign} isOn />
        <Tick name="stacksWithPoints" label={t.withPoints} isOn />
      </Part>
    </>
  );
}

function Times({ problem }: PartProps): JSX.Element {
  const t = couponsText().form;
  const errorOf = (field: string): string | undefined => fieldError(problem, field);
  return (
    <Part title={t.validity}>
      <Field
        label={t.days}
        name="daysValid"
        inputMode="numeric"
        autocomplete="off"
        error={errorOf('daysValid')}
        isOptional
      />
      <Field label={t.from} name="validFrom" type="date" error={errorOf('validFrom')} isOptional />
      <Field label={t.until} name="validUntil" type="date" error={errorOf('validUntil')} isOptional />
    </Part>
  );
}

function Issuing({ problem, isBirthday }: PartProps & { readonly isBirthday: boolean }): JSX.Element {
  const t = couponsText().form;
  return (
    <Part title={t.issuing}>
      {!isBirthday && <Tick name="isOnRegistration" label={t.onRegistration} />}
      {!isBirthday && <Tick name="isClaimable" label={t.claimable} />}
      {!isBirthday && (
        <Field
          label={t.onSpend}
          name="onSpendFen"
          inputMode="decimal"
          autocomplete="off"
          error={fieldError(problem, 'onSpendFen')}
          isOptional
        />
      )}
      <Field
        label={t.code}
        hint={t.codeHint}
        name="claimCode"
        autocomplete="off"
        maxLength={40}
        error={fieldError(problem, 'claimCode')}
        isOptional
      />
    </Part>
  );
}

function Counts({ problem }: PartProps): JSX.Element {
  const t = couponsText().form;
  const field = (name: string, label: string, value?: string): JSX.Element => (
    <Field
      label={label}
      name={name}
      inputMode="numeric"
      autocomplete="off"
      defaultValue={value}
      error={fieldError(problem, name)}
      isOptional={value === undefined}
    />
  );
  return (
    <Part title={t.caps}>
      {field('capPerMember', t.perMember, '1')}
      {field('capTotal', t.capTotal)}
      {field('issueCap', t.issueCap)}
    </Part>
  );
}
