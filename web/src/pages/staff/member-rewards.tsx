import type { JSX } from 'preact';

import { StaffRewardsDocument } from '../../api/generated/rewards.ts';
import { adjustingText } from '../../text/adjusting.text.ts';
import { formatDateTime, formatNumber } from '../../text/format.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { AdjustPoints } from './adjust-points.tsx';
import { StaffList } from './staff-list.tsx';

interface MemberRewardsProps {
  readonly memberId: string;
  /** Card points may have been adjusted. */
  readonly onAdjusted: () => void;
}

/** A member's reward points as staff see them, and the form that puts points right. */
export function MemberRewards({ memberId, onAdjusted }: MemberRewardsProps): JSX.Element {
  const t = adjustingText();
  const pages = usePages({
    document: StaffRewardsDocument,
    variables: { id: memberId },
    connectionOf: ({ memberAccount }) => memberAccount?.rewardPoints.entries,
  });
  const { result, error } = pages.state.value;
  const rewards = result?.memberAccount?.rewardPoints;
  const figures =
    rewards === undefined
      ? []
      : ([
          [t.balance, rewards.balance],
          [t.pending, rewards.pending],
          [t.debt, rewards.debt],
        ] as const);
  return (
    <>
      <AdjustPoints
        memberId={memberId}
        onDone={() => {
          pages.reload();
          onAdjusted();
        }}
      />
      <h2>{t.title}</h2>
      {result === undefined &&
        (error === undefined ? <Skeleton lines={3} /> : <ErrorState error={error} onRetry={pages.reload} />)}
      {rewards !== undefined && (
        <>
          <dl class="panel account-facts">
            {figures.map(([name, points]) => (
              <div key={name}>
                <dt class="soft small">{name}</dt>
                <dd class="points">{formatNumber(points)}</dd>
              </div>
            ))}
          </dl>
          <StaffList pages={pages} label={t.entries} empty={<p class="soft">{t.noEntries}</p>}>
            {({ id, reason, amount, balanceAfter, createdAt }) => (
              <li class="entry" key={id}>
                <span>{reason}</span>
                <time class="soft small" dateTime={createdAt}>
                  {formatDateTime(createdAt)}
                </time>
                <strong class={amount < 0 ? 'tabular amount' : 'tabular amount plus'}>
                  {amount < 0 ? '−' : '+'}
                  {formatNumber(Math.abs(amount))}
                </strong>
                <span class="soft small tabular after">{formatNumber(balanceAfter)}</span>
              </li>
            )}
          </StaffList>
        </>
      )}
    </>
  );
}
