import '../office.css';

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { request } from '../../api/server.ts';
import { PageHeading } from '../../app/page-heading.tsx';
import { useMemberFeed, type MemberNews } from '../../app/use-member-feed.ts';
import { dashboardText } from '../../text/dashboard.text.ts';
import { LinkButton } from '../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { Announcements } from './announcements.tsx';
import { BalancePanel, BalanceWarning } from './balance-panel.tsx';
import { createDashboardPanels, type DashboardPanels, type Panel } from './dashboard-panels.ts';
import { LatestComments } from './latest-comments.tsx';
import { LatestTranscripts } from './latest-transcripts.tsx';
import { PanelGuard } from './panel-guard.tsx';

/** 管理首页 (M18.2–M18.5): announcements, comments, the newest transcripts and the balance, all of it live. */
export function DashboardPage(): JSX.Element {
  const t = dashboardText();
  const panels = useDashboardPanels();
  const { balance, comments, transcripts, announcements, fault } = panels;
  const isBlank = balance.state.value.content === undefined;
  return (
    <>
      <PageHeading title={t.title}>
        <LinkButton look="primary" href="/transcribe">
          {t.transcribe}
        </LinkButton>
      </PageHeading>
      {fault.value !== undefined && isBlank ? (
        <ErrorState error={fault.value} onRetry={() => void panels.load()} />
      ) : (
        <div class="dashboard">
          <aside class="stack" aria-label={t.announcements.title}>
            <PanelBody panel={announcements} lines={3}>
              {(content) => <Announcements announcements={content} />}
            </PanelBody>
          </aside>
          <section class="panel stack-tight dashboard-balance" aria-labelledby="balance-title">
            <h2 id="balance-title">{t.balance.title}</h2>
            <PanelBody panel={balance} lines={2}>
              {(content) => <BalancePanel points={content} />}
            </PanelBody>
          </section>
          <div class="stack dashboard-main">
            <BalanceWarning points={balance.state.value.content} />
            <PanelBody panel={comments} lines={5}>
              {(content) => <LatestComments received={content} onAnswered={comments.reload} />}
            </PanelBody>
            <section class="panel stack" aria-labelledby="transcripts-title">
              <div class="row row-between">
                <h2 id="transcripts-title">{t.transcripts.title}</h2>
                <a href="/content">{t.transcripts.all}</a>
              </div>
              <PanelBody panel={transcripts} lines={5}>
                {(content) => <LatestTranscripts transcripts={content} onChange={transcripts.set} />}
              </PanelBody>
            </section>
          </div>
        </div>
      )}
    </>
  );
}

/** Filled once, then kept up to date by the member's feed. */
function useDashboardPanels(): DashboardPanels {
  const [panels] = useState(() => createDashboardPanels(request));
  useEffect(() => void panels.load(), []);
  useMemberFeed({
    onNews: (news) => follow(panels, news),
    onOpen: () => {
      // Before the first answer everything is on its way anyhow.
      if (panels.balance.state.peek().content !== undefined) void panels.load();
    },
  });
  return panels;
}

function follow(panels: DashboardPanels, news: MemberNews): void {
  switch (news.__typename) {
    case 'BalanceChanged':
      panels.balance.set({ balance: news.balance, debt: news.debt });
      // Points are spent while somebody types: the list below has changed as well.
      return panels.transcripts.reload();
    case 'CommentReceived':
      return panels.comments.reload();
    case 'AnnouncementPublished':
      return panels.announcements.reload();
    case 'OrderChanged':
      return panels.balance.reload();
    case 'CommentToReview':
    case 'RewardsChanged':
    case 'NotificationsChanged':
      // The queue is where the transcript is read or typed, reward points have a page of their own.
      return;
  }
}

interface PanelBodyProps<Content> {
  readonly panel: Panel<Content>;
  readonly lines: number;
  readonly children: (content: Content) => ComponentChildren;
}

/** One panel's own skeleton, failure and content: what goes wrong in it stays in it. */
function PanelBody<Content>({ panel, lines, children }: PanelBodyProps<Content>): JSX.Element {
  const { content, error } = panel.state.value;
  if (content !== undefined) return <PanelGuard>{children(content)}</PanelGuard>;
  if (error !== undefined) return <ErrorState error={error} onRetry={panel.reload} />;
  return <Skeleton lines={lines} />;
}
