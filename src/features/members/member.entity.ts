import { defineEntity } from '@mikro-orm/postgresql';
import type { MemberRole } from './member.rules.ts';

/** Somebody with an account: a member, or an operator of the house. */
export const MemberEntity = defineEntity({
  name: 'Member',
  tableName: 'members',
  properties: (p) => ({
    id: p.uuid().primary(),
    username: p.text(),
    /** NFKC and case-folded (member.rules.ts): the name by which members are found. */
    usernameKey: p.text().unique(),
    displayName: p.text(),
    email: p.text().strictNullable(),
    phone: p.text().strictNullable(),
    birthday: p.date().strictNullable(),
    locale: p.text().$type<'zh-CN' | 'en'>(),
    timeZone: p.text(),
    role: p.text().$type<MemberRole>(),
    passwordHash: p.text(),
    securityQuestion: p.text().strictNullable(),
    securityAnswerHash: p.text().strictNullable(),
    defaultViewPasswordHash: p.text().strictNullable(),
    createdAt: p.datetime(3),
  }),
});
