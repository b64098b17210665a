import './frame.css';

import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

import { commonText } from '../text/common.text.ts';
import { shellText } from '../text/shell.text.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { LanguageSwitch, ThemeSwitch } from '../ui/switches.tsx';
import { LazyInboxLink } from './lazy-inbox-link.tsx';
import { LogOutButton } from './log-out.tsx';
import { isCurrent, officeMenu } from './menu.ts';
import { session } from './session.ts';
import type { AppRoute } from './routes.ts';

interface FrameProps {
  readonly kind: AppRoute['frame'];
  readonly children: ComponentChildren;
}

/** Everything around a page: skip link, top bar, the menu of the back office, footer. */
export function Frame({ kind, children }: FrameProps): JSX.Element {
  const t = shellText();
  const isOffice = kind !== 'public' && session.value.kind === 'member';
  return (
    <div class={`frame ${isOffice ? kind : 'public'}`}>
      <header class="topbar">
        <a class="skip-link visually-hidden" href="#main">
          {t.skip}
        </a>
        {isOffice && <MenuButton />}
        <a class="brand" href="/">
          {commonText().productName}
        </a>
        <div class="row end">{isOffice ? <MemberActions /> : <PublicActions />}</div>
      </header>
      <div class="middle">
        {isOffice && kind === 'office' && (
          <div class="side">
            <nav aria-label={t.menuLabel}>
              <OfficeMenu />
            </nav>
          </div>
        )}
        <main id="main" class="body" tabIndex={-1}>
          {children}
        </main>
      </div>
      {kind !== 'wide' && (
        <footer class="footer row soft small">
          <span>{t.footer}</span>
          <a href="/announcements">{t.announcements}</a>
          {isOffice && <a href="/membership">{t.membership}</a>}
          <a href="/rules">{t.rules}</a>
          {isOffice && <a href="/public">{t.publicTranscripts}</a>}
          {!isOffice && <ThemeSwitch />}
        </footer>
      )}
    </div>
  );
}

/** The seven items of M18.1, and the staff area for operators. */
function OfficeMenu({ onGo }: { readonly onGo?: () => void }): JSX.Element {
  const t = shellText();
  const { path } = useLocation();
  const now = session.value;
  return (
    <ul class="office-menu plain-list">
      {officeMenu.map((item) => (
        <li key={item.id}>
          <a href={item.href} aria-current={isCurrent(item, path) ? 'page' : undefined} onClick={onGo}>
            {t.menu[item.id]}
          </a>
        </li>
      ))}
      <li>
        <LogOutButton />
      </li>
      {now.kind === 'member' && now.member.role === 'OPERATOR' && (
        <li class="apart">
          <a href="/staff" aria-current={path.startsWith('/staff') ? 'page' : undefined} onClick={onGo}>
            {t.menu.staff}
          </a>
        </li>
      )}
    </ul>
  );
}

/** On phones and beside the room the menu is a dialog. */
function MenuButton(): JSX.Element {
  const t = shellText();
  const isOpen = useSignal(false);
  const close = (): void => void (isOpen.value = false);
  return (
    <div class="menu-button">
      <Button aria-haspopup="dialog" onClick={() => (isOpen.value = true)}>
        {t.openMenu}
      </Button>
      <Dialog isOpen={isOpen.value} title={t.menuLabel} onClose={close}>
        <nav aria-label={t.menuLabel}>
          <OfficeMenu onGo={close} />
        </nav>
        <div class="row">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </Dialog>
    </div>
  );
}

function MemberActions(): JSX.Element {
  const now = session.value;
  return (
    <>
      <LazyInboxLink />
      <span class="row wide-only">
        <LanguageSwitch />
        <ThemeSwitch />
      </span>
      <span class="soft member-name">{now.kind === 'member' && now.member.displayName}</span>
    </>
  );
}

/** On a phone there is room for one way in; the pages themselves name the other. */
function PublicActions(): JSX.Element {
  const t = shellText();
  const { path } = useLocation();
  const now = session.value;
  const isLogin = path === '/login';
  return (
    <>
      <LanguageSwitch />
      {now.kind === 'member' && <LinkButton href="/dashboard">{t.toOffice}</LinkButton>}
      {now.kind === 'anonymous' && !isLogin && <LinkButton href="/login">{t.logIn}</LinkButton>}
      {now.kind === 'anonymous' && path !== '/register' && (
        <span class={isLogin ? undefined : 'wide-only'}>
          <LinkButton look="primary" href="/register">
            {t.register}
          </LinkButton>
        </span>
      )}
    </>
  );
}
