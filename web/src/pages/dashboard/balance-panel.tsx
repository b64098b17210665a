import type { JSX } from 'preact';

import { session } from '../../app/session.ts';
import { dashboardText } from '../../text/dashboard.text.ts';
import { formatNumber } from '../../text/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import type { CardPoints } from './dashboard-panels.ts';

/** Where points are bought: the top-up part of the balance page. */
const topUpHref = '/balance#top-up';

/** Below this the page says that the balance is low: time enough to top up without haste. */
const lowMinutes = 20;

/** What is left, in points and in minutes of live typing. */
export function BalancePanel({ points }: { readonly points: CardPoints }): JSX.Element {
  const t = dashboardText().balance;
  return (
    <>
      <p>
        <span class="points">{formatNumber(points.balance)}</span> {t.unit}
      </p>
      <p class="soft small">{t.minutes(minutesLeft(points))}</p>
      {points.debt > 0 && <p class="notice warn small">{t.debt(points.debt)}</p>}
      <div class="row">
        <LinkButton href={topUpHref}>{t.topUp}</LinkButton>
        <a href="/balance">{t.more}</a>
      </div>
    </>
  );
}

/** M18.5 when nothing is left, a hint when little is; it stays for as long as it is true. */
export function BalanceWarning({ points }: { readonly points: CardPoints | undefined }): JSX.Element {
  const t = dashboardText();
  return (
    <div role="status">
      {points?.balance === 0 && (
        <div class="notice warn stack-tight balance-empty">
          <p>
            {t.empty.before}
            <a href={topUpHref}>{t.empty.link}</a>
            {t.empty.after}
          </p>
          <p class="small">{t.emptyMore}</p>
        </div>
      )}
      {points !== undefined && points.balance > 0 && minutesLeft(points) <= lowMinutes && (
        <p class="notice warn">
          {t.low(minutesLeft(points))} <a href={topUpHref}>{t.balance.topUp}</a>
        </p>
      )}
    </div>
  );
}

function minutesLeft({ balance }: CardPoints): number {
  const now = session.value;
  const perMinute = now.kind === 'member' ? now.service.pointsPerMinute : 1;
  return Math.floor(balance / Math.max(1, perMinute));
}
