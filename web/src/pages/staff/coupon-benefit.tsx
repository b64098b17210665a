import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { couponsText } from '../../text/coupons.text.ts';
import { Field, SelectField } from '../../ui/field.tsx';
import { fieldError, type FormProblem } from '../../ui/form-problem.ts';
import type { FormKind } from './coupon-form-reading.ts';

interface CouponBenefitProps {
  readonly kind: FormKind;
  readonly types: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly problem: FormProblem | undefined;
}

/** What the coupon gives, as a sentence with figures to fill in. */
export function CouponBenefit({ kind, types, problem }: CouponBenefitProps): JSX.Element {
  const t = couponsText().form;
  return (
    <fieldset>
      <legend>{kind === 'PACK' ? t.pack : t.benefit}</legend>
      <div class="coupon-fields">
        {kind === 'PACK' ? (
          <Pack types={types} problem={problem} />
        ) : kind === 'BIRTHDAY' ? (
          <Birthday problem={problem} />
        ) : (
          <Figures kind={kind} problem={problem} />
        )}
      </div>
    </fieldset>
  );
}

type Named = 'minSpendFen' | 'amountFen' | 'payBasisPoints' | 'maxOffFen';

const figuresOf: Readonly<Record<'FULL_REDUCTION' | 'NO_THRESHOLD' | 'DISCOUNT', readonly Named[]>> = {
  FULL_REDUCTION: ['minSpendFen', 'amountFen'],
  NO_THRESHOLD: ['amountFen'],
  DISCOUNT: ['payBasisPoints', 'maxOffFen', 'minSpendFen'],
};

function Figures({
  kind,
  problem,
}: {
  readonly kind: keyof typeof figuresOf;
  readonly problem: FormProblem | undefined;
}): JSX.Element {
  const t = couponsText().form;
  const labels: Readonly<Record<Named, string>> = {
    minSpendFen: t.minSpend,
    amountFen: t.amount,
    payBasisPoints: t.pay,
    maxOffFen: t.maxOff,
  };
  return (
    <>
      {figuresOf[kind].map((name) => (
        <Field
          key={name}
          label={labels[name]}
          hint={name === 'payBasisPoints' ? t.payHint : undefined}
          name={name}
          inputMode="decimal"
          autocomplete="off"
          isOptional={kind === 'DISCOUNT' && name !== 'payBasisPoints'}
          error={fieldError(problem, name)}
        />
      ))}
    </>
  );
}

function Birthday({ problem }: { readonly problem: FormProblem | undefined }): JSX.Element {
  const t = couponsText().form;
  const by = useSignal<'amountFen' | 'payBasisPoints'>('amountFen');
  return (
    <>
      <SelectField
        label={t.birthdayBy}
        name="by"
        value={by.value}
        onChange={({ currentTarget }) =>
          (by.value = currentTarget.value === 'amountFen' ? 'amountFen' : 'payBasisPoints')
        }
      >
        <option value="amountFen">{t.byAmount}</option>
        <option value="payBasisPoints">{t.byShare}</option>
      </SelectField>
      <Field
        key={by.value}
        label={by.value === 'amountFen' ? t.amount : t.pay}
        hint={by.value === 'amountFen' ? undefined : t.payHint}
        name={by.value}
        inputMode="decimal"
        autocomplete="off"
        error={fieldError(problem, by.value)}
      />
      <Field
        label={t.minSpend}
        name="minSpendFen"
        inputMode="decimal"
        autocomplete="off"
        isOptional
        error={fieldError(problem, 'minSpendFen')}
      />
    </>
  );
}

function Pack({ types, problem }: Omit<CouponBenefitProps, 'kind'>): JSX.Element {
  const t = couponsText().form;
  const parts = types.filter(({ kind }) => kind !== 'PACK').slice(0, 20);
  return (
    <>
      {parts.length === 0 && <p class="soft">{t.packEmpty}</p>}
      {parts.map(({ id, name }, place) => (
        <Field
          key={id}
          label={t.packCount(name)}
          name={`pack:${id}`}
          inputMode="numeric"
          autocomplete="off"
          isOptional
          error={place === 0 ? fieldError(problem, 'pack') : undefined}
        />
      ))}
    </>
  );
}
