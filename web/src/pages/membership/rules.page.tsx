import '../office.css';
import './membership.css';

import type { JSX } from 'preact';

import { ProgrammeRulesDocument } from '../../api/generated/membership.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { session } from '../../app/session.ts';
import { formatDate } from '../../text/format.ts';
import { membershipText } from '../../text/membership.text.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useQuery } from '../../ui/use-query.ts';

/** The rules of membership as sentences, made of the very figures that the system goes by (M3.5, M2.16, M4.4). */
export function RulesPage(): JSX.Element {
  const t = membershipText();
  const { state, reload } = useQuery(ProgrammeRulesDocument, {});
  const { result, error } = state.value;
  return (
    <>
      <PageHeading title={t.rulesTitle} />
      <p class="soft prose">{t.rulesIntro}</p>
      {error !== undefined && result === undefined && <ErrorState error={error} onRetry={reload} />}
      {result === undefined && error === undefined && <Skeleton lines={8} />}
      {result?.programme.sections.map(({ id, title, rules }) => (
        <section key={id} class="panel stack-tight" aria-labelledby={`rules-${id}`}>
          <h2 id={`rules-${id}`}>{title}</h2>
          <ul class="stack-tight">
            {rules
              .filter(({ isInForce }) => isInForce)
              .map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
          </ul>
        </section>
      ))}
      {result !== undefined && (
        <p class="soft small">
          {result.programme.version === 1
            ? t.versionOne
            : t.version(result.programme.version, formatDate(result.programme.effectiveFrom))}
        </p>
      )}
      {session.value.kind === 'member' && (
        <p>
          <a href="/membership">{t.toMine}</a>
        </p>
      )}
    </>
  );
}
