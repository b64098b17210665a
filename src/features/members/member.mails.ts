import { inLocale, type Locale } from '../../platform/text/text.ts';

export interface ResetMailFacts {
  readonly username: string;
  readonly link: string;
  readonly minutes: number;
}

/** The mail that carries a reset link, in its reader's language. */
export function resetMail(
  { username, link, minutes }: ResetMailFacts,
  locale: Locale,
): { readonly subject: string; readonly text: string } {
  const subject = { zh: '重设你的速录密码', en: 'Reset your Scribecast password' };
  const text = {
    zh: `你好：

有人请求重设用户名“${username}”的密码。如果是你本人，请在 ${minutes} 分钟内打开下面的链接，设置新密码：

${link}

该链接只能使用一次。如果不是你本人操作，无需理会此邮件，你的密码不会改变。

速录 Scribecast
`,
    en: `Hello,

Somebody asked to reset the password of the account “${username}”. If it was you, please open this link within ${minutes} minutes and choose a new password:

${link}

The link works once. If it was not you, there is nothing to do: your password stays as it is.

Scribecast
`,
  };
  return { subject: inLocale(subject, locale), text: inLocale(text, locale) };
}

/** The note to the old address after somebody changed it: the member learns of it even if it was not them. */
export function emailChangedMail(
  username: string,
  locale: Locale,
): { readonly subject: string; readonly text: string } {
  const subject = {
    zh: '你的速录账号更换了电子邮箱',
    en: 'The e-mail address of your Scribecast account was changed',
  };
  const text = {
    zh: `你好：

用户名“${username}”的电子邮箱刚刚被更换或删除，今后的邮件不再发送到此地址。

如果不是你本人操作，请立即登录并修改密码，并在“安全管理”中退出其他设备。

速录 Scribecast
`,
    en: `Hello,

The e-mail address of the account “${username}” was just changed or removed; later mails will not come here.

If it was not you, please log in now, change your password, and end the sessions on other devices.

Scribecast
`,
  };
  return { subject: inLocale(subject, locale), text: inLocale(text, locale) };
}
