import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { EndOtherSessionsDocument, RevokeSessionDocument } from '../../api/generated/security.ts';
import { request } from '../../api/server.ts';
import type { SecurityText } from '../../text/security.zh.ts';
import { securityText } from '../../text/security.text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deviceFrom } from './device-words.ts';
import type { Secured } from './security.page.tsx';

type Sessions = Secured['sessions'];
type Session = Sessions[number];

interface SessionsListProps {
  readonly sessions: Sessions;
  readonly onChanged: (sessions: Sessions) => void;
}

/** Where one is logged in, and the way to end it there: one by one, or everywhere else at once. */
export function SessionsList({ sessions, onChanged }: SessionsListProps): JSX.Element {
  const t = securityText().sessions;
  const isAsking = useSignal(false);
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  const revoke = useAction(async (id: string) => {
    await request(RevokeSessionDocument, { input: { sessionId: id } });
    onChanged(sessions.filter((each) => each.id !== id));
    showToast({ text: t.revoked });
  });
  const endOthers = useAction(async () => {
    const { endOtherSessions: result } = await request(EndOtherSessionsDocument);
    isAsking.value = false;
    onChanged(sessions.filter(({ isCurrent }) => isCurrent));
    showToast({ text: t.othersDone(result.sessionsEnded) });
  });
  const fault = revoke.fault.value ?? endOthers.fault.value;
  return (
    <section class="panel stack" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t.title}</h2>
      {fault !== undefined && (
        <p class="notice error" role="alert">
          {fault}
        </p>
      )}
      <ul class="plain-list sessions">
        {sessions.map((each) => (
          <SessionLine
            key={each.id}
            session={each}
            isBusy={revoke.isBusy.value}
            onRevoke={() => revoke.run(each.id)}
          />
        ))}
      </ul>
      {others.length === 0 ? (
        <p class="soft small">{t.onlyThis}</p>
      ) : (
        <div class="row">
          <Button onClick={() => (isAsking.value = true)}>{t.others}</Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={isAsking.value}
        title={t.othersTitle(others.length)}
        action={t.others}
        isDangerous
        isBusy={endOthers.isBusy.value}
        onConfirm={endOthers.run}
        onClose={() => (isAsking.value = false)}
      >
        <p>{t.othersWhat}</p>
      </ConfirmDialog>
    </section>
  );
}

interface SessionLineProps {
  readonly session: Session;
  readonly isBusy: boolean;
  readonly onRevoke: () => void;
}

function SessionLine({ session, isBusy, onRevoke }: SessionLineProps): JSX.Element {
  const t = securityText().sessions;
  const device = wordsFor(session.device, t);
  return (
    <li class="row row-between">
      <div>
        <p class="row">
          <strong title={session.device}>{device}</strong>
          {session.isCurrent && <span class="chip">{t.current}</span>}
        </p>
        <p class="soft small">
          {t.from(addressPrefix(session.address))} · {t.seen} <RelativeTime iso={session.lastSeenAt} /> ·{' '}
          {t.since} <RelativeTime iso={session.createdAt} />
        </p>
      </div>
      {!session.isCurrent && (
        <Button aria-label={t.revokeOf(device)} isBusy={isBusy} onClick={onRevoke}>
          {t.revoke}
        </Button>
      )}
    </li>
  );
}

function wordsFor(userAgent: string, t: SecurityText['sessions']): string {
  const { browser, system } = deviceFrom(userAgent);
  if (browser !== undefined && system !== undefined) return t.on(browser, system);
  if (browser !== undefined || system !== undefined) return browser ?? system ?? '';
  return userAgent === '' ? t.unknownDevice : `${t.program} (${userAgent.slice(0, 40)})`;
}

/** Enough of an address to tell one place from another. */
function addressPrefix(address: string): string {
  if (address.startsWith('::ffff:')) return addressPrefix(address.slice(7));
  const isVersion6 = address.includes(':');
  if (isVersion6) return `${address.split(':').slice(0, 3).join(':')}:…`;
  return address.replace(/\.\d+$/, '.*');
}
