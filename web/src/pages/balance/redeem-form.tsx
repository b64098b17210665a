import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { RedeemCardDocument } from '../../api/generated/balance.ts';
import { newId, request } from '../../api/server.ts';
import { balanceText } from '../../text/balance.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import type { FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';

interface Redeemed {
  readonly points: number;
  readonly balance: number;
}

/** A card's code, pasted as it is. A try that got no answer is repeated under its own key, so that it counts once. */
export function RedeemForm({ onRedeemed }: { readonly onRedeemed: () => void }): JSX.Element {
  const t = balanceText().card;
  const problem = useSignal<FormProblem | undefined>(undefined);
  const done = useSignal<Redeemed | undefined>(undefined);
  const attempt = useRef<{ readonly code: string; readonly key: string }>(undefined);
  const redeem = useAction(async (form: HTMLFormElement) => {
    problem.value = undefined;
    done.value = undefined;
    const code = textOf(form, 'code');
    if (attempt.current?.code !== code) attempt.current = { code, key: newId() };
    const { redeemCard: result } = await request(RedeemCardDocument, {
      input: { code, idempotencyKey: attempt.current.key },
    });
    attempt.current = undefined;
    if (result.__typename !== 'RedeemCardSuccess') {
      problem.value = result;
      return;
    }
    done.value = result;
    form.reset();
    onRedeemed();
  });
  const seconds = problem.value?.retryAfterSeconds;
  const wait = seconds === undefined ? '' : ` ${t.wait(seconds)}`;
  return (
    <form class="stack-tight" aria-labelledby="card-title" onSubmit={submitting(redeem.run)}>
      <h3 id="card-title">{t.title}</h3>
      <Field
        label={t.label}
        hint={t.hint}
        error={redeem.fault.value ?? (problem.value && `${problem.value.message ?? ''}${wait}`)}
        name="code"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        enterkeyhint="done"
        maxLength={100}
        required
      />
      <div class="row">
        <Button type="submit" look="primary" isBusy={redeem.isBusy.value}>
          {t.submit}
        </Button>
      </div>
      <div role="status">
        {done.value !== undefined && <p class="notice">{t.done(done.value.points, done.value.balance)}</p>}
      </div>
    </form>
  );
}
