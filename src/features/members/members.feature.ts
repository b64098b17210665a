import type { Feature } from '../../platform/feature.ts';
import { hourMs, minuteMs } from '../../platform/time/clock.ts';
import { MemberAccountsResolver } from './member-accounts.resolver.ts';
import { MemberEntity } from './member.entity.ts';
import { MembersResolver, OwnMemberResolver } from './members.resolver.ts';
import { PasswordResetEntity } from './password-reset.entity.ts';
import { dropOldResets } from './password-resets.service.ts';
import { PasswordsResolver } from './passwords.resolver.ts';
import { RecoveryCodeEntity } from './recovery-code.entity.ts';
import { ServiceResolver } from './service.resolver.ts';
import { SessionEntity } from './session.entity.ts';
import { SessionsResolver } from './sessions.resolver.ts';
import { endExpiredSessions } from './sessions.service.ts';
import { SetupLinkEntity } from './setup-link.entity.ts';

/** Members and staff: their accounts, sessions and secrets. */
export const membersFeature: Feature = {
  name: 'members',
  entities: [MemberEntity, SessionEntity, PasswordResetEntity, RecoveryCodeEntity, SetupLinkEntity],
  resolvers: [
    MembersResolver,
    OwnMemberResolver,
    SessionsResolver,
    PasswordsResolver,
    ServiceResolver,
    MemberAccountsResolver,
  ],
  jobs: [
    {
      name: 'expired-sessions',
      title: { zh: '结束过期的登录', en: 'End sessions that have expired' },
      everyMs: minuteMs,
      run: endExpiredSessions,
    },
    {
      name: 'old-reset-links',
      title: { zh: '清理用过的重设链接', en: 'Forget old reset links' },
      everyMs: hourMs,
      run: dropOldResets,
    },
  ],
};
