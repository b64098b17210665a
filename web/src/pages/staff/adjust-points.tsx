import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import { AdjustPointsDocument } from '../../api/generated/rewards.ts';
import { request } from '../../api/server.ts';
import { adjustingText } from '../../text/adjusting.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { signedNumber } from './adjustment.rules.ts';
import { useAttemptKey } from './attempt-key.ts';

interface AdjustPointsProps {
  readonly memberId: string;
  readonly onDone: () => void;
}

const fieldNames = ['points', 'reason'];

/** Gives a member points or takes them, with a reason; a try that got no answer is repeated under its own key. */
export function AdjustPoints({ memberId, onDone }: AdjustPointsProps): JSX.Element {
  const t = adjustingText();
  const headingId = useId();
  const attempt = useAttemptKey();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const done = useSignal<number | undefined>(undefined);
  const adjust = useAction(async (form: HTMLFormElement) => {
    const points = signedNumber(textOf(form, 'points'));
    problem.value = undefined;
    done.value = undefined;
    if (points === undefined) {
      problem.value = { __typename: 'InvalidInput', field: 'points', message: t.wholeNumber };
      return;
    }
    const currency = textOf(form, 'currency') === 'CARD' ? ('CARD' as const) : ('REWARD' as const);
    const wanted = { memberId, currency, points, reason: textOf(form, 'reason').trim() };
    const { adjustPoints: result } = await request(AdjustPointsDocument, {
      input: { ...wanted, idempotencyKey: attempt.keyFor(wanted) },
    });
    attempt.renew();
    if (result.__typename === 'AdjustPointsSuccess') {
      done.value = points;
      form.reset();
      onDone();
    } else problem.value = result;
  });
  return (
    <section class="panel stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{t.adjust}</h2>
      <form class="stack" onSubmit={submitting(adjust.run)} noValidate>
        <FormError>{adjust.fault.value ?? formError(problem.value, fieldNames)}</FormError>
        <div class="staff-fields">
          <SelectField label={t.currency} name="currency">
            <option value="REWARD">{t.reward}</option>
            <option value="CARD">{t.card}</option>
          </SelectField>
          <Field
            label={t.points}
            hint={t.pointsHint}
            error={fieldError(problem.value, 'points')}
            name="points"
            autocomplete="off"
            required
          />
          <Field
            label={t.reason}
            hint={t.reasonHint}
            error={fieldError(problem.value, 'reason')}
            name="reason"
            maxLength={200}
            autocomplete="off"
            required
          />
        </div>
        <div class="row">
          <Button type="submit" isBusy={adjust.isBusy.value}>
            {t.action}
          </Button>
        </div>
        <div role="status">{done.value !== undefined && <p class="notice">{t.done(done.value)}</p>}</div>
      </form>
    </section>
  );
}
