import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { CreateRecoveryCodesDocument } from '../../api/generated/security.ts';
import { request } from '../../api/server.ts';
import { securityText } from '../../text/security.text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { submitting, textOf } from '../../ui/form-fields.ts';
import { formError, type FormProblem } from '../../ui/form-problem.ts';
import { useAction } from '../../ui/use-action.ts';
import { asCurrentPasswordProblem, CurrentPasswordField } from './current-password.tsx';
import { saveTextFile } from '../../ui/save-text-file.ts';
import type { Secured } from './security.page.tsx';

interface RecoveryCodesProps {
  readonly me: Secured;
  readonly onChanged: (changed: Pick<Secured, 'recoveryCodesLeft'>) => void;
}

/** Ten codes, shown this once, to be copied or kept as a file. */
export function RecoveryCodes({ me, onChanged }: RecoveryCodesProps): JSX.Element {
  const t = securityText().codes;
  const problem = useSignal<FormProblem | undefined>(undefined);
  const codes = useSignal<readonly string[]>([]);
  const create = useAction(async (form: HTMLFormElement) => {
    const { createRecoveryCodes: result } = await request(CreateRecoveryCodesDocument, {
      input: { currentPassword: textOf(form, 'currentPassword') },
    });
    problem.value =
      result.__typename === 'CreateRecoveryCodesSuccess' ? undefined : asCurrentPasswordProblem(result);
    if (result.__typename !== 'CreateRecoveryCodesSuccess') return;
    codes.value = result.codes;
    onChanged({ recoveryCodesLeft: result.codes.length });
  });
  return (
    <section class="panel stack" aria-labelledby="codes-title">
      <h2 id="codes-title" tabIndex={-1}>
        {t.title}
      </h2>
      <p class="soft small">{t.what}</p>
      <p>{t.left(me.recoveryCodesLeft)}</p>
      {codes.value.length > 0 ? (
        <NewCodes username={me.username} codes={codes.value} onKept={() => (codes.value = [])} />
      ) : (
        <form class="stack" onSubmit={submitting(create.run)}>
          <FormError>{create.fault.value ?? formError(problem.value, ['currentPassword'])}</FormError>
          <CurrentPasswordField problem={problem.value} />
          <div class="row">
            <Button type="submit" look="primary" isBusy={create.isBusy.value}>
              {me.recoveryCodesLeft > 0 ? t.again : t.submit}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

interface NewCodesProps {
  readonly username: string;
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

function NewCodes({ username, codes, onKept }: NewCodesProps): JSX.Element {
  const t = securityText().codes;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const text = `${t.fileHead(username)}\n\n${codes.join('\n')}\n`;
  return (
    <div ref={box} class="stack" tabIndex={-1}>
      <p class="notice warn">{t.shown}</p>
      <ol class="recovery-codes" aria-label={t.list}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div class="row">
        <CopyButton text={text}>{t.copy}</CopyButton>
        <Button onClick={() => saveTextFile({ name: t.fileName, text })}>{t.download}</Button>
        <Button look="primary" onClick={onKept}>
          {t.kept}
        </Button>
      </div>
    </div>
  );
}
