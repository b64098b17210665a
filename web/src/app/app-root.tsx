import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { exec, LocationProvider, useLocation } from 'preact-iso/router';

import { shellText } from '../text/shell.text.ts';
import { LinkButton } from '../ui/button.tsx';
import { OfflineBar } from '../ui/connection.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { Frame } from './frame.tsx';
import { KeySheet } from './key-sheet.tsx';
import type { PageProps } from './lazy-page.tsx';
import { NotFoundPage } from './not-found.tsx';
import { NewVersion } from './new-version.tsx';
import { navigationCount, PageHeading } from './page-heading.tsx';
import { loginLink } from './return-link.ts';
import { routes, type AppRoute } from './routes.ts';
import { refreshSession, session } from './session.ts';
import { useKey } from './use-key.ts';

/** Links into other entries and files are the browser's business. */
const ownLinks = /^(?!\/(r|graphql|assets)(\/|$))/;

/** The member app: one route at a time, in its frame, behind its guard. */
export function AppRoot(): JSX.Element {
  return (
    <LocationProvider scope={ownLinks}>
      <CurrentRoute />
      <OfflineBar />
      <NewVersion />
      <Toasts />
      <KeySheet />
    </LocationProvider>
  );
}

function CurrentRoute(): JSX.Element {
  const { path, query, route: go } = useLocation();
  useNavigationNews(path);
  useKey('goDashboard', () => go('/dashboard'));
  useKey('goTranscribe', () => go('/transcribe'));
  useKey('goContent', () => go('/content'));
  for (const route of routes) {
    const match = exec(path, route.path, { path, query, params: {} }) as unknown as PageProps | undefined;
    if (match === undefined) continue;
    const Page = route.page;
    return (
      <Frame kind={route.frame}>
        <Guard access={route.access} isKept={route.isKeptSignedOut === true}>
          <Page key={path} params={match.params} query={query} />
        </Guard>
      </Frame>
    );
  }
  return (
    <Frame kind="public">
      <NotFoundPage />
    </Frame>
  );
}

/** Counts changes of route, so that the next heading takes the focus, and starts each page at its top. */
function useNavigationNews(path: string): void {
  const last = useRef(path);
  if (last.current !== path) {
    last.current = path;
    navigationCount.value += 1;
  }
  useEffect(() => {
    if (navigationCount.peek() > 0 && location.hash === '') scrollTo(0, 0);
  }, [path]);
}

interface GuardProps {
  readonly access: AppRoute['access'];
  /** Whoever has the page open keeps it when their session ends. */
  readonly isKept: boolean;
  readonly children: JSX.Element;
}

function Guard({ access, isKept, children }: GuardProps): JSX.Element {
  const { url, route } = useLocation();
  const now = session.value;
  const wasHere = useRef(false);
  if (now.kind === 'member') wasHere.current = true;
  const stays = isKept && wasHere.current && now.kind === 'anonymous';
  const mustLogIn = access !== 'anyone' && now.kind === 'anonymous' && !stays;
  useEffect(() => {
    if (mustLogIn) route(loginLink(url), true);
  }, [mustLogIn, url]);
  if (access === 'anyone' || stays) return children;
  if (now.kind === 'failed') return <ErrorState error={now.error} onRetry={() => void refreshSession()} />;
  if (now.kind !== 'member') return <Skeleton lines={6} />;
  if (access === 'operator' && now.member.role !== 'OPERATOR') return <OperatorsOnly />;
  return children;
}

function OperatorsOnly(): JSX.Element {
  const t = shellText();
  return (
    <>
      <PageHeading title={t.needsOperator.title} />
      <p>{t.needsOperator.text}</p>
      <p>
        <LinkButton href="/dashboard">{t.toOffice}</LinkButton>
      </p>
    </>
  );
}
