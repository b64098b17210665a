import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { ApiError } from '../../api/client.ts';
import { ClaimCouponByCodeDocument, ClaimCouponDocument } from '../../api/generated/coupons.ts';
import type { CouponTypeFieldsFragment } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { couponsText } from '../../text/coupons.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useAttemptKey } from '../staff/attempt-key.ts';
import { CouponCard } from './coupon-card.tsx';

interface ClaimableProps {
  readonly types: readonly CouponTypeFieldsFragment[];
  readonly onClaimed: () => void;
}

/** What can be claimed on the page. */
export function Claimable({ types, onClaimed }: ClaimableProps): JSX.Element | null {
  const t = couponsText().page;
  if (types.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="claim-title">
      <h2 id="claim-title">{t.claimTitle}</h2>
      <ul class="plain-list coupon-cards">
        {types.map((type) => (
          <ClaimableCard key={type.id} type={type} onClaimed={onClaimed} />
        ))}
      </ul>
    </section>
  );
}

function ClaimableCard({
  type,
  onClaimed,
}: Pick<ClaimableProps, 'onClaimed'> & { readonly type: CouponTypeFieldsFragment }): JSX.Element {
  const t = couponsText().page;
  const attempt = useAttemptKey();
  const claim = useAction(async () => {
    const wish = { typeId: type.id };
    const { claimCoupon: result } = await request(ClaimCouponDocument, {
      input: { ...wish, idempotencyKey: attempt.keyFor(wish) },
    });
    attempt.renew();
    if (result.__typename !== 'ClaimCouponSuccess') {
      throw new ApiError({ code: result.__typename, message: result.message });
    }
    showToast({ text: t.claimed(type.name) });
    onClaimed();
  });
  return (
    <CouponCard
      type={type}
      action={
        <div class="stack-tight">
          <Button
            look="primary"
            aria-label={t.claimOf(type.name)}
            isBusy={claim.isBusy.value}
            onClick={claim.run}
          >
            {t.claim}
          </Button>
          <div role="alert">
            {claim.fault.value !== undefined && <p class="error small">{claim.fault.value}</p>}
          </div>
        </div>
      }
    />
  );
}

/** A code for a coupon, as it was given on paper or in a message. */
export function CodeForm({ onClaimed }: Pick<ClaimableProps, 'onClaimed'>): JSX.Element {
  const t = couponsText().page;
  const problem = useSignal<FormProblem | undefined>(undefined);
  const attempt = useAttemptKey();
  const claim = useAction(async (form: HTMLFormElement) => {
    const wish = { code: textOf(form, 'code') };
    problem.value = undefined;
    const { claimCouponByCode: result } = await request(ClaimCouponByCodeDocument, {
      input: { ...wish, idempotencyKey: attempt.keyFor(wish) },
    });
    attempt.renew();
    if (result.__typename !== 'ClaimCouponByCodeSuccess') {
      problem.value = result;
      return;
    }
    form.reset();
    showToast({ text: t.claimed(result.coupons.map(({ type }) => type.name).join('、')) });
    onClaimed();
  });
  return (
    <form
      class="panel stack coupon-code"
      onSubmit={submitting(claim.run)}
      noValidate
      aria-labelledby="code-title"
    >
      <h2 id="code-title">{t.codeTitle}</h2>
      <FormError>{claim.fault.value ?? formError(problem.value, ['code'])}</FormError>
      <Field
        label={t.code}
        hint={t.codeHint}
        name="code"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={60}
        error={fieldError(problem.value, 'code')}
      />
      <div class="row">
        <Button type="submit" isBusy={claim.isBusy.value}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
