import { source } from '../../platform/reading/source.ts';
import type { Locale } from '../../platform/text/text.ts';
import type { MemberRole } from './member.rules.ts';

/** A member as they see themselves: no secret is read. */
export interface MemberProfile {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthday: string | null;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly role: MemberRole;
  readonly createdAt: Date;
  readonly securityQuestion: string | null;
  readonly securityQuestionSet: boolean;
  readonly defaultViewPasswordSet: boolean;
}

/** Where members' profiles are read from. */
export const members = source<MemberProfile>('members', {
  id: '@.id',
  username: '@.username',
  displayName: '@.display_name',
  email: '@.email',
  phone: '@.phone',
  birthday: '@.birthday::text',
  locale: '@.locale',
  timeZone: '@.time_zone',
  role: '@.role',
  createdAt: '@.created_at',
  securityQuestion: '@.security_question',
  securityQuestionSet: '(@.security_question is not null)',
  defaultViewPasswordSet: '(@.default_view_password_hash is not null)',
});
