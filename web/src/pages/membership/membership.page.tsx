import '../office.css';
import '../staff/staff.css';
import './membership.css';

import type { JSX } from 'preact';

import { MembershipDocument } from '../../api/generated/membership.ts';
import type { MembershipQuery } from '../../api/generated/types.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { formatDate, formatDateTime, formatFen, formatNumber } from '../../text/format.ts';
import { membershipText } from '../../text/membership.text.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { Levels } from './levels.tsx';
import { OlderDecisions } from './older-decisions.tsx';

type Tier = NonNullable<MembershipQuery['me']>['tier'];

/** What level a member has, why, and how far it is to the next (M2.16). */
export function MembershipPage(): JSX.Element {
  const t = membershipText();
  const { state, reload } = useQuery(MembershipDocument, { after: null });
  const { result, error } = state.value;
  const tier = result?.me?.tier;
  return (
    <>
      <PageHeading title={t.title} />
      {error !== undefined && result === undefined && <ErrorState error={error} onRetry={reload} />}
      {result === undefined && error === undefined && <Skeleton lines={8} />}
      {tier !== undefined && result !== undefined && (
        <>
          <div class="tier-top">
            <Now tier={tier} />
            <Ahead tier={tier} />
          </div>
          <Why tier={tier} />
          <Levels levels={result.tierLevels} own={tier.level.code} />
          <p>
            <a href="/rules">{t.toRules}</a>
          </p>
        </>
      )}
    </>
  );
}

function Now({ tier }: { readonly tier: Tier }): JSX.Element {
  const t = membershipText();
  const { level, heldLevel, since, grantedUntil, graceUntil, reviewOn } = tier;
  return (
    <section class="panel stack-tight" aria-labelledby="tier-now">
      <h2 id="tier-now">{t.mine}</h2>
      <p>
        <span class="tier-name">{level.name}</span>{' '}
        {since != null && <span class="soft small">{t.since(formatDate(since))}</span>}
      </p>
      {grantedUntil != null && <p class="notice">{t.granted(grantedUntil, heldLevel.name)}</p>}
      {graceUntil != null && <p class="notice warn">{t.grace(graceUntil, heldLevel.name)}</p>}
      <h3>{t.brings}</h3>
      <ul>
        <li>{t.pay(level.payPercent)}</li>
        <li>{t.times(level.pointsTimes)}</li>
        {level.privileges.map((privilege) => (
          <li key={privilege}>{privilege}</li>
        ))}
      </ul>
      <p>{t.window(tier.windowMonths, tier.spendFen, tier.orders)}</p>
      <p>{t.frequencyOf(t.frequency[tier.frequency])}</p>
      {reviewOn != null && graceUntil == null && <p class="soft small">{t.review(reviewOn)}</p>}
    </section>
  );
}

function Ahead({ tier }: { readonly tier: Tier }): JSX.Element {
  const t = membershipText();
  const { next, ways } = tier;
  return (
    <section class="panel stack-tight" aria-labelledby="tier-next">
      <h2 id="tier-next">{next == null ? t.top : t.next(next.name)}</h2>
      {next != null && (
        <>
          <p class="soft small">{t.anyOne}</p>
          <ul class="plain-list tier-ways">
            {ways.map((way) => (
              <li key={way.kind}>
                <Way way={way} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Way({ way }: { readonly way: Tier['ways'][number] }): JSX.Element {
  const t = membershipText();
  const { kind, have, need, text } = way;
  const amount = (value: number): string => (kind === 'SPEND' ? formatFen(value) : formatNumber(value));
  return (
    <>
      <div class="row">
        <strong>{t.kinds[kind]}</strong>
        <span class="soft small">{t.done(amount(have), amount(need))}</span>
      </div>
      <progress value={Math.min(have, need)} max={need} aria-label={t.kinds[kind]} />
      <p class="small">{text}</p>
    </>
  );
}

function Why({ tier }: { readonly tier: Tier }): JSX.Element {
  const t = membershipText();
  const { edges, pageInfo } = tier.decisions;
  return (
    <section class="panel stack-tight" aria-labelledby="tier-why">
      <h2 id="tier-why">{t.why}</h2>
      {edges.length === 0 && <p>{t.whyNone}</p>}
      <ol class="plain-list records">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <time class="soft small" dateTime={node.decidedAt}>
              {formatDateTime(node.decidedAt)}
            </time>
            <p>{node.text}</p>
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage && pageInfo.endCursor != null && <OlderDecisions after={pageInfo.endCursor} />}
    </section>
  );
}
