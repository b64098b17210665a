import { accountText } from '../text/account.text.ts';
import { announcementsText } from '../text/announcements.text.ts';
import { briefsText } from '../text/briefs.text.ts';
import { membershipText } from '../text/membership.text.ts';
import { inboxText } from '../text/inbox.text.ts';
import { homeText } from '../text/home.text.ts';
import { lineText } from '../text/line.text.ts';
import { adjustingText } from '../text/adjusting.text.ts';
import { rewardsText } from '../text/rewards.text.ts';
import { readerText } from '../text/reader.text.ts';
import { editingText } from '../text/editing.text.ts';
import { roomText } from '../text/room.text.ts';
import { staffText } from '../text/staff.text.ts';
import { balanceText } from '../text/balance.text.ts';
import { contentText } from '../text/content.text.ts';
import { couponsText } from '../text/coupons.text.ts';
import { dashboardText } from '../text/dashboard.text.ts';
import { securityText } from '../text/security.text.ts';
import { settingsText } from '../text/settings.text.ts';
import { sharingText } from '../text/sharing.text.ts';
import { lazyPage, type Page } from './lazy-page.tsx';

export interface AppRoute {
  /** A pattern of preact-iso: `/t/:id`, `/transcribe/:id?`, `/staff/*`. */
  readonly path: string;
  readonly page: Page;
  /** `member` and `operator` lead to the log-in page and back. */
  readonly access: 'anyone' | 'member' | 'operator';
  /** `office`: the back office with its menu. `wide`: the same without the side column. `public`: header and footer. */
  readonly frame: 'public' | 'office' | 'wide';
  /** What is being typed there must not go away because a session ended: the page says so itself. */
  readonly isKeptSignedOut?: true;
}

/** Every page of the member app, one row each. The reader at /r/… is an entry of its own. */
export const routes: readonly AppRoute[] = [
  {
    path: '/',
    access: 'anyone',
    frame: 'public',
    page: lazyPage(() => import('../pages/home/home.page.tsx').then((module) => module.HomePage), [homeText]),
  },
  {
    path: '/login',
    access: 'anyone',
    frame: 'public',
    page: lazyPage(
      () => import('../pages/account/login.page.tsx').then((module) => module.LoginPage),
      [accountText],
    ),
  },
  {
    path: '/register',
    access: 'anyone',
    frame: 'public',
    page: lazyPage(
      () => import('../pages/account/register.page.tsx').then((module) => module.RegisterPage),
      [accountText],
    ),
  },
  {
    path: '/recover',
    access: 'anyone',
    frame: 'public',
    page: lazyPage(
      () => import('../pages/account/recover.page.tsx').then((module) => module.RecoverPage),
      [accountText],
    ),
  },
  {
    path: '/setup',
    access: 'anyone',
    frame: 'public',
    page: lazyPage(
      () => import('../pages/account/setup.page.tsx').then((module) => module.SetupPage),
      [accountText],
    ),
  },
  {
    path: '/t/:id',
    access: 'member',
    frame: 'wide',
    page: lazyPage(
      () => import('../pages/transcript/transcript.page.tsx').then((module) => module.TranscriptPage),
      [readerText, roomText],
    ),
  },
  {
    path: '/transcribe',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/room/start.page.tsx').then((module) => module.StartPage),
      [roomText],
    ),
  },
  {
    path: '/transcribe/:id',
    isKeptSignedOut: true,
    access: 'member',
    frame: 'wide',
    page: lazyPage(
      () => import('../pages/room/room.page.tsx').then((module) => module.RoomPage),
      [roomText, readerText, editingText, lineText],
    ),
  },
  {
    path: '/dashboard',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/dashboard/dashboard.page.tsx').then((module) => module.DashboardPage),
      [dashboardText, sharingText],
    ),
  },
  {
    path: '/security',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/security/security.page.tsx').then((module) => module.SecurityPage),
      [securityText],
    ),
  },
  {
    path: '/content',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/content/content.page.tsx').then((module) => module.ContentPage),
      [contentText, sharingText],
    ),
  },
  {
    path: '/content/bin',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/content/bin.page.tsx').then((module) => module.BinPage),
      [contentText, sharingText],
    ),
  },
  {
    path: '/balance',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/balance/balance.page.tsx').then((module) => module.BalancePage),
      [balanceText],
    ),
  },
  {
    path: '/balance/points',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/points/points.page.tsx').then((module) => module.PointsPage),
      [rewardsText, balanceText],
    ),
  },
  {
    path: '/balance/orders/:id',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/balance/order.page.tsx').then((module) => module.OrderPage),
      [balanceText, couponsText],
    ),
  },
  {
    path: '/balance/buy/:id',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/checkout/checkout.page.tsx').then((module) => module.CheckoutPage),
      [couponsText],
    ),
  },
  {
    path: '/coupons',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/coupons/coupons.page.tsx').then((module) => module.CouponsPage),
      [couponsText],
    ),
  },
  {
    path: '/inbox/:section?',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/inbox/inbox.page.tsx').then((module) => module.InboxPage),
      [inboxText],
    ),
  },
  {
    path: '/settings',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/settings/settings.page.tsx').then((module) => module.SettingsPage),
      [settingsText],
    ),
  },
  {
    path: '/briefs/:id?',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/briefs/briefs.page.tsx').then((module) => module.BriefsPage),
      [briefsText],
    ),
  },
  {
    path: '/announcements',
    access: 'anyone',
    frame: 'office',
    page: lazyPage(
      () =>
        import('../pages/announcements/announcements.page.tsx').then((module) => module.AnnouncementsPage),
      [announcementsText],
    ),
  },
  {
    path: '/membership',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/membership/membership.page.tsx').then((module) => module.MembershipPage),
      [membershipText],
    ),
  },
  {
    path: '/rules',
    access: 'anyone',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/membership/rules.page.tsx').then((module) => module.RulesPage),
      [membershipText],
    ),
  },
  {
    path: '/public',
    access: 'member',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/public/public.page.tsx').then((module) => module.PublicPage),
      [homeText],
    ),
  },
  {
    path: '/staff/:section?/:id?',
    access: 'operator',
    frame: 'office',
    page: lazyPage(
      () => import('../pages/staff/staff.page.tsx').then((module) => module.StaffPage),
      [staffText, adjustingText],
    ),
  },
];
