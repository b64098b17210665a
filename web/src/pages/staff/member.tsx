import type { JSX } from 'preact';

import { StaffMemberDocument } from '../../api/generated/staff.ts';
import type { StaffMemberQuery } from '../../api/generated/types.ts';
import { NotFoundPage } from '../../app/not-found.tsx';
import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import { formatDate, formatDateTime, formatNumber } from '../../text/format.ts';
import { staffText } from '../../text/staff.text.ts';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { MemberRewards } from './member-rewards.tsx';
import { StaffList } from './staff-list.tsx';

type Account = NonNullable<StaffMemberQuery['memberAccount']>;
type Entry = Account['cardPoints']['entries']['edges'][number]['node'];

/** One account: what it has, what it owes, and every movement of its points. */
export function MemberSection({ params }: PageProps): JSX.Element {
  const t = staffText().members;
  const pages = usePages({
    document: StaffMemberDocument,
    variables: { id: params['id'] ?? '' },
    connectionOf: ({ memberAccount }) => memberAccount?.cardPoints.entries,
  });
  const { result, error } = pages.state.value;
  if (result === undefined) {
    return (
      <>
        <PageHeading title={t.title} />
        {error === undefined ? <Skeleton lines={6} /> : <ErrorState error={error} onRetry={pages.reload} />}
      </>
    );
  }
  if (result.memberAccount === null) return <NotFoundPage />;
  return (
    <>
      <p>
        <a href="/staff/members">← {t.back}</a>
      </p>
      <PageHeading title={result.memberAccount.displayName} />
      <AccountFacts account={result.memberAccount} />
      <h2>{t.entriesTitle}</h2>
      <StaffList
        pages={pages}
        label={t.entriesTitle}
        empty={<EmptyState title={t.noEntriesTitle}>{t.noEntriesText}</EmptyState>}
      >
        {(entry) => <EntryLine key={entry.id} entry={entry} />}
      </StaffList>
      <MemberRewards memberId={result.memberAccount.id} onAdjusted={pages.reload} />
    </>
  );
}

function AccountFacts({ account }: { readonly account: Account }): JSX.Element {
  const t = staffText();
  const { balance, debt } = account.cardPoints;
  return (
    <dl class="panel account-facts">
      <div>
        <dt class="soft small">{t.members.balance}</dt>
        <dd class="points">{formatNumber(balance)}</dd>
      </div>
      <div>
        <dt class="soft small">{t.members.debt}</dt>
        <dd class="points">{formatNumber(debt)}</dd>
      </div>
      <div>
        <dt class="soft small">{t.members.username}</dt>
        <dd>
          {account.username} {account.role === 'OPERATOR' && <span class="chip">{t.members.operator}</span>}
        </dd>
      </div>
      <div>
        <dt class="soft small">{t.members.since}</dt>
        <dd>
          <time dateTime={account.createdAt}>{formatDate(account.createdAt)}</time>
        </dd>
      </div>
    </dl>
  );
}

function EntryLine({ entry }: { readonly entry: Entry }): JSX.Element {
  const t = staffText().members;
  const { reason, amount, balanceAfter, createdAt } = entry;
  return (
    <li class="entry">
      <span>{reason}</span>
      <time class="soft small" dateTime={createdAt}>
        {formatDateTime(createdAt)}
      </time>
      <strong class={amount < 0 ? 'tabular amount' : 'tabular amount plus'}>
        <span class="visually-hidden">{t.change} </span>
        {amount < 0 ? '−' : '+'}
        {formatNumber(Math.abs(amount))}
      </strong>
      <span class="soft small tabular after">
        {t.after} {formatNumber(balanceAfter)}
      </span>
    </li>
  );
}
