import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { StaffMembersDocument } from '../../api/generated/staff.ts';
import type { StaffMembersQuery } from '../../api/generated/types.ts';
import type { PageProps } from '../../app/lazy-page.tsx';
import { PageHeading } from '../../app/page-heading.tsx';
import { formatDate, formatNumber } from '../../text/format.ts';
import { staffText } from '../../text/staff.text.ts';
import { Button } from '../../ui/button.tsx';
import { SearchForm } from '../../ui/search-form.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { Record } from './record.tsx';
import { StaffList } from './staff-list.tsx';

type Account = StaffMembersQuery['memberAccounts']['edges'][number]['node'];

const path = '/staff/members';

/** Every account with its points; the search stands in the address. */
export function MembersSection({ query }: PageProps): JSX.Element {
  const t = staffText().members;
  const search = query['search'] ?? '';
  const pages = usePages({
    document: StaffMembersDocument,
    variables: { search: search === '' ? null : search },
    connectionOf: ({ memberAccounts }) => memberAccounts,
  });
  const count = pages.state.value.result?.memberAccounts.totalCount;
  return (
    <>
      <PageHeading title={t.title} />
      <p class="soft prose">{t.intro}</p>
      <SearchForm label={t.search} action={t.searchAction} path={path} search={search} />
      <p role="status" class="soft small">
        {count !== undefined && (search === '' ? t.total(count) : t.found(count))}
      </p>
      <StaffList pages={pages} label={t.title} empty={<NobodyFound search={search} />}>
        {(account) => <AccountLine key={account.id} account={account} />}
      </StaffList>
    </>
  );
}

function NobodyFound({ search }: { readonly search: string }): JSX.Element {
  const t = staffText().members;
  const { route } = useLocation();
  return (
    <EmptyState
      title={t.noneTitle(search)}
      action={<Button onClick={() => route(path, true)}>{t.showAll}</Button>}
    >
      {t.noneText}
    </EmptyState>
  );
}

function AccountLine({ account }: { readonly account: Account }): JSX.Element {
  const t = staffText();
  const { id, displayName, username, role, cardPoints, createdAt } = account;
  return (
    <Record
      title={<a href={`${path}/${id}`}>{displayName}</a>}
      about={
        <>
          <span>{username}</span>
          {role === 'OPERATOR' && <span class="chip">{t.members.operator}</span>}
        </>
      }
      facts={[
        [t.members.balance, t.points(cardPoints.balance)],
        [
          t.members.debt,
          cardPoints.debt > 0 ? <strong key="debt">{t.points(cardPoints.debt)}</strong> : formatNumber(0),
        ],
        [
          t.members.since,
          <time key="since" dateTime={createdAt}>
            {formatDate(createdAt)}
          </time>,
        ],
      ]}
    />
  );
}
