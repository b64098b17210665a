import '../office.css';

import type { JSX } from 'preact';

import { SecurityPageDocument } from '../../api/generated/security.ts';
import type { SecurityPageQuery } from '../../api/generated/types.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { securityText } from '../../text/security.text.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { PasswordForm } from './password-form.tsx';
import { QuestionForm } from './question-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SessionsList } from './sessions-list.tsx';

export type Secured = NonNullable<SecurityPageQuery['me']>;

/** 安全管理 (M18.6): password, security question, recovery codes, and where one is logged in. */
export function SecurityPage(): JSX.Element {
  const t = securityText();
  const { state, reload, patch } = useQuery(SecurityPageDocument, {});
  const { result, error } = state.value;
  const me = result?.me;
  const change = (changed: Partial<Secured>): void =>
    patch((now) => ({ me: now.me === null ? null : { ...now.me, ...changed } }));
  return (
    <>
      <PageHeading title={t.title} />
      {error !== undefined && <ErrorState error={error} onRetry={reload} />}
      {me == null && error === undefined && <Skeleton lines={8} />}
      {me != null && (
        <div class="office-columns">
          <PasswordForm username={me.username} onChanged={reload} />
          <QuestionForm me={me} onChanged={change} />
          <RecoveryCodes me={me} onChanged={change} />
          <SessionsList sessions={me.sessions} onChanged={(sessions) => change({ sessions })} />
        </div>
      )}
    </>
  );
}
