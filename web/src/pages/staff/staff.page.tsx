import '../public/public.css';
import '../announcements/announcements.css';
import './staff.css';

import type { ComponentType, JSX } from 'preact';

import { lazyPage } from '../../app/lazy-page.tsx';
import { NotFoundPage } from '../../app/not-found.tsx';
import type { PageProps } from '../../app/lazy-page.tsx';
import { programmeText } from '../../text/programme.text.ts';
import { staffText } from '../../text/staff.text.ts';
import { AnnouncementsSection } from './announcements.tsx';
import { CardsSection } from './cards.tsx';
import { LazyJobs } from './lazy-jobs.tsx';
import { LazyNotifications } from './lazy-notifications.tsx';
import { CouponsSection } from './lazy-coupons.tsx';
import { MemberSection } from './member.tsx';
import { MembersSection } from './members.tsx';
import { OrdersSection } from './orders.tsx';
import { OverviewSection } from './overview.tsx';
import { PlansSection } from './plans.tsx';
import { sectionPath, type SectionId } from './section-path.ts';

/** A part of its own: most operators come for something else. */
const ProgrammePart = lazyPage(
  () => import('./programme/programme.tsx').then((module) => module.ProgrammeSection),
  [programmeText],
);

const sections: Readonly<Record<SectionId, ComponentType<PageProps>>> = {
  overview: OverviewSection,
  orders: OrdersSection,
  cards: CardsSection,
  plans: PlansSection,
  programme: ProgrammePart,
  coupons: CouponsSection,
  announcements: AnnouncementsSection,
  members: MembersSection,
  notifications: LazyNotifications,
  jobs: LazyJobs,
};
const sectionIds = Object.keys(sections) as readonly SectionId[];

/** The staff area: its sections under one heading bar. The guard has let operators in alone. */
export function StaffPage(props: PageProps): JSX.Element {
  const { section: wanted = 'overview', id } = props.params;
  const current = sectionIds.find((section) => section === wanted);
  if (current === undefined || (id !== undefined && current !== 'members')) return <NotFoundPage />;
  const Section = id === undefined ? sections[current] : MemberSection;
  return (
    <>
      <SectionLinks current={current} />
      <Section {...props} />
    </>
  );
}

function SectionLinks({ current }: { readonly current: SectionId }): JSX.Element {
  const t = staffText();
  return (
    <nav class="staff-nav" aria-label={t.sectionsLabel}>
      <ul class="plain-list row">
        {sectionIds.map((section) => (
          <li key={section}>
            <a href={sectionPath(section)} aria-current={section === current ? 'page' : undefined}>
              {t.sections[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
