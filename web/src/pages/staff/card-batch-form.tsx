import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import { CreateCardBatchDocument } from '../../api/generated/staff.ts';
import { request } from '../../api/server.ts';
import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { useAttemptKey } from './attempt-key.ts';
import { keepFreshCodes } from './fresh-codes.ts';
import { wholeNumber } from './price.rules.ts';

const fieldNames = ['count', 'points', 'note'];

/** Makes a batch of cards; the codes are handed to the panel above and to nobody else. */
export function CardBatchForm({ onMade }: { readonly onMade: () => void }): JSX.Element {
  const t = staffText().cards;
  const headingId = useId();
  const attempt = useAttemptKey();
  const problem = useSignal<FormProblem | undefined>(undefined);
  const make = useAction(async (form: HTMLFormElement) => {
    const { count, points, note } = readForm(form);
    problem.value = undefined;
    if (count === undefined || points === undefined) {
      problem.value = notANumber(count === undefined ? 'count' : 'points');
      return;
    }
    const wanted = { count, points, note };
    const { createCardBatch: result } = await request(CreateCardBatchDocument, {
      input: { ...wanted, idempotencyKey: attempt.keyFor(wanted) },
    });
    attempt.renew();
    if (result.__typename === 'CreateCardBatchSuccess') {
      keepFreshCodes({ id: result.batch.id, points: result.batch.points, codes: result.codes });
      form.reset();
    } else problem.value = result;
    onMade();
  });
  const errorOf = (field: string): string | undefined => fieldError(problem.value, field);
  return (
    <section class="panel stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{t.make}</h2>
      <form class="stack" onSubmit={submitting(make.run)} noValidate>
        <FormError>{make.fault.value ?? formError(problem.value, fieldNames)}</FormError>
        <div class="staff-fields">
          <NumberField name="count" label={t.count} hint={t.countHint} error={errorOf('count')} />
          <NumberField name="points" label={t.points} hint={t.pointsHint} error={errorOf('points')} />
          <Field
            label={t.note}
            hint={t.noteHint}
            error={errorOf('note')}
            name="note"
            maxLength={200}
            autocomplete="off"
            isOptional
          />
        </div>
        <div class="row">
          <Button type="submit" look="primary" isBusy={make.isBusy.value}>
            {t.makeAction}
          </Button>
        </div>
      </form>
    </section>
  );
}

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
}

function NumberField(props: NumberFieldProps): JSX.Element {
  return <Field {...props} inputMode="numeric" autocomplete="off" required />;
}

function readForm(form: HTMLFormElement) {
  return {
    count: wholeNumber(textOf(form, 'count')),
    points: wholeNumber(textOf(form, 'points')),
    note: textOf(form, 'note').trim() || null,
  };
}

function notANumber(field: string): FormProblem {
  return { __typename: 'InvalidInput', field, message: staffText().plans.wholeNumber };
}
