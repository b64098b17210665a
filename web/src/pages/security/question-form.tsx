import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';

import { SetSecurityQuestionDocument } from '../../api/generated/security.ts';
import { request } from '../../api/server.ts';
import { session } from '../../app/session.ts';
import { securityText } from '../../text/security.text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { fieldError, formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { asCurrentPasswordProblem, CurrentPasswordField } from './current-password.tsx';
import type { Secured } from './security.page.tsx';

interface QuestionFormProps {
  readonly me: Secured;
  readonly onChanged: (changed: Pick<Secured, 'securityQuestion' | 'securityQuestionSet'>) => void;
}

/** 密码问题 (M18.6), from a list or in one's own words; it tells the truth about what it is good for. */
export function QuestionForm({ me, onChanged }: QuestionFormProps): JSX.Element {
  const t = securityText().question;
  const isDone = useSignal(false);
  const now = session.value;
  const isOfNoUse = now.kind === 'member' && !now.service.mailIsConfigured;
  const form = <Form onChanged={onChanged} isDone={isDone} />;
  return (
    <section class="panel stack" aria-labelledby="question-title">
      <h2 id="question-title">{t.title}</h2>
      <p class="soft small">{t.what}</p>
      {isOfNoUse ? <NoMail /> : me.email === null && <NoAddress />}
      <p>{me.securityQuestion === null ? t.none : t.now(me.securityQuestion)}</p>
      {isOfNoUse ? (
        <details>
          <summary>{t.allTheSame}</summary>
          {form}
        </details>
      ) : (
        form
      )}
      <div role="status">{isDone.value && <p class="notice">{t.done}</p>}</div>
    </section>
  );
}

interface FormProps extends Pick<QuestionFormProps, 'onChanged'> {
  readonly isDone: Signal<boolean>;
}

function Form({ onChanged, isDone }: FormProps): JSX.Element {
  const t = securityText().question;
  const problem = useSignal<FormProblem | undefined>(undefined);
  const round = useSignal(0);
  const save = useAction(async (form: HTMLFormElement) => {
    isDone.value = false;
    const { setSecurityQuestion: result } = await request(SetSecurityQuestionDocument, {
      input: {
        question: textOf(form, 'question') || textOf(form, 'choice'),
        answer: textOf(form, 'answer'),
        currentPassword: textOf(form, 'currentPassword'),
      },
    });
    problem.value =
      result.__typename === 'SetSecurityQuestionSuccess' ? undefined : asCurrentPasswordProblem(result);
    if (result.__typename !== 'SetSecurityQuestionSuccess') return;
    isDone.value = true;
    round.value += 1;
    onChanged(result.member);
  });
  return (
    <form key={round.value} class="stack" onSubmit={submitting(save.run)}>
      <FormError>
        {save.fault.value ?? formError(problem.value, ['question', 'answer', 'currentPassword'])}
      </FormError>
      <QuestionChoice error={fieldError(problem.value, 'question')} />
      <Field
        label={t.answer}
        hint={t.answerHint}
        name="answer"
        autocomplete="off"
        required
        error={fieldError(problem.value, 'answer')}
      />
      <CurrentPasswordField problem={problem.value} />
      <div class="row">
        <Button type="submit" look="primary" isBusy={save.isBusy.value}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

/** Without mail the question is never asked: that is said, with the way that works, and the form is folded away. */
function NoMail(): JSX.Element {
  const t = securityText().question;
  return (
    <p class="notice warn small">
      {t.noMail} <a href="#codes-title">{t.useCodes}</a>
    </p>
  );
}

function NoAddress(): JSX.Element {
  const t = securityText().question;
  return (
    <p class="notice warn small">
      {t.noAddress} <a href="/settings">{t.addAddress}</a>
    </p>
  );
}

function QuestionChoice({ error }: { readonly error: string | undefined }): JSX.Element {
  const t = securityText().question;
  const choice = useSignal<string>(t.list[0] ?? '');
  const isOwn = choice.value === '';
  return (
    <>
      <SelectField
        label={t.choose}
        name="choice"
        value={choice.value}
        error={isOwn ? undefined : error}
        onChange={(event) => (choice.value = event.currentTarget.value)}
      >
        {t.list.map((question) => (
          <option key={question} value={question}>
            {question}
          </option>
        ))}
        <option value="">{t.own}</option>
      </SelectField>
      {isOwn && <Field label={t.ownLabel} name="question" maxLength={200} required error={error} />}
    </>
  );
}
