import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import type { BalancePageResult } from './balance-page-query.ts';
import { balanceText } from '../../text/balance.text.ts';
import { formatDateTime, formatNumber } from '../../text/format.ts';
import { Pager } from '../../ui/pager.tsx';
import type { Action } from '../../ui/use-action.ts';
import { groupEntries, titleIn, type EntryGroup } from './entry-groups.ts';

type Me = NonNullable<BalancePageResult['me']>;

interface EntriesProps {
  /** By default that of card points. */
  readonly title?: string;
  readonly page: Me['cardPoints']['entries'];
  readonly more: Action<[]>;
}

/** Every movement: when, why, how many, and what was left. The minutes of one session fold into one line. */
export function Entries({ title, page, more }: EntriesProps): JSX.Element {
  const t = balanceText().entries;
  const groups = groupEntries(page.edges.map(({ node }) => node));
  return (
    <section class="panel stack" aria-labelledby="entries-title">
      <h2 id="entries-title">{title ?? t.title}</h2>
      {groups.length === 0 && <p class="soft">{t.empty}</p>}
      {groups.length > 0 && (
        <table class="entries" aria-labelledby="entries-title">
          <thead>
            <tr>
              <th scope="col">{t.columns.time}</th>
              <th scope="col">{t.columns.reason}</th>
              <th scope="col" class="number">
                {t.columns.amount}
              </th>
              <th scope="col" class="number">
                {t.columns.after}
              </th>
            </tr>
          </thead>
          {groups.map((group) => (
            <GroupRows key={group.key} group={group} />
          ))}
        </table>
      )}
      <Pager
        hasMore={page.pageInfo.hasNextPage}
        isLoading={more.isBusy.value}
        error={more.fault.value}
        onMore={more.run}
      />
    </section>
  );
}

/** A body of its own, so that its lines are seen to belong together. */
function GroupRows({ group }: { readonly group: EntryGroup }): JSX.Element {
  const t = balanceText().entries;
  const isOpen = useSignal(false);
  const { entries } = group;
  const [newest] = entries;
  if (entries.length === 1) {
    return (
      <tbody>
        <EntryRow time={newest.createdAt} amount={newest.amount} after={newest.balanceAfter}>
          {newest.reason}
        </EntryRow>
      </tbody>
    );
  }
  return (
    <tbody>
      <EntryRow time={newest.createdAt} amount={group.amount} after={group.balanceAfter}>
        {t.group(titleIn(newest.reason), entries.length)}{' '}
        <button
          type="button"
          class="link"
          aria-expanded={isOpen.value}
          onClick={() => (isOpen.value = !isOpen.value)}
        >
          {isOpen.value ? t.hide : t.show}
        </button>
      </EntryRow>
      {isOpen.value &&
        entries.map(({ id, createdAt, amount, balanceAfter, reason }) => (
          <EntryRow key={id} isPart time={createdAt} amount={amount} after={balanceAfter}>
            {reason}
          </EntryRow>
        ))}
    </tbody>
  );
}

interface EntryRowProps {
  readonly time: string;
  readonly amount: number;
  readonly after: number;
  readonly isPart?: boolean;
  readonly children: JSX.Element | string | (JSX.Element | string)[];
}

function EntryRow({ time, amount, after, isPart = false, children }: EntryRowProps): JSX.Element {
  return (
    <tr class={isPart ? 'part soft' : undefined}>
      <td>
        <time dateTime={time}>{formatDateTime(time)}</time>
      </td>
      <td class="reason">{children}</td>
      <td class="number">
        {amount > 0 ? `+${formatNumber(amount)}` : formatNumber(amount).replace('-', '−')}
      </td>
      <td class="number">
        <span class="phone-only soft small">{balanceText().entries.after} </span>
        {formatNumber(after)}
      </td>
    </tr>
  );
}
