import type { JSX } from 'preact';

import { StaffOverviewDocument } from '../../api/generated/staff.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { staffText } from '../../text/staff.text.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { sectionPath, type SectionId } from './section-path.ts';
import { useRefresh } from './use-refresh.ts';

/** What waits for staff, and how much there is of everything. */
export function OverviewSection(): JSX.Element {
  const t = staffText();
  const { state, reload } = useQuery(StaffOverviewDocument, {});
  useRefresh(reload);
  const { result, error } = state.value;
  const lines: readonly (readonly [SectionId, string])[] =
    result === undefined
      ? []
      : [
          ['orders', t.overview.ordersText(result.ordersAwaitingConfirmation.totalCount)],
          ['plans', t.overview.plansText(result.pointPlans.length)],
          ['cards', t.overview.cardsText(result.cardBatches.totalCount)],
          ['announcements', t.overview.announcementsText(result.announcements.totalCount)],
          ['members', t.overview.membersText(result.memberAccounts.totalCount)],
        ];
  return (
    <>
      <PageHeading title={t.overview.title} />
      {error !== undefined && <ErrorState error={error} onRetry={reload} />}
      {result === undefined && error === undefined && <Skeleton lines={6} />}
      <ul class="plain-list staff-tiles">
        {lines.map(([section, text]) => (
          <li key={section}>
            <a class="panel" href={sectionPath(section)}>
              <h2>{t.sections[section]}</h2>
              <p>{text}</p>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
