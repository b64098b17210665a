/** What an invitation says; the password only while it is known here. */
export interface Invitation {
  readonly title: string;
  readonly link: string;
  readonly code: string;
  readonly password: string | null;
}

/** The invitation in both languages: whoever sends it need not know which one is read. */
export function invitationText({ title, link, code, password }: Invitation): string {
  return [
    `邀请你阅读实时速录：${title}`,
    `打开：${link}`,
    `查看码：${code}`,
    ...(password === null ? [] : [`查看密码：${password}`]),
    '',
    `You are invited to read along live: ${title}`,
    `Open: ${link}`,
    `View code: ${code}`,
    ...(password === null ? [] : [`View password: ${password}`]),
  ].join('\n');
}

/** The link that brings the password along, where no server sees it. */
export const linkWithPassword = (link: string, password: string): string =>
  `${link}#${new URLSearchParams({ k: password }).toString()}`;

/** The link for a screen in the room. */
export const projectorLink = (link: string): string => `${link}?mode=projector`;

/** What to paste into another site's page. */
export const embedSnippet = (link: string, title: string): string =>
  `<iframe src="${link}?embed=1" title="${escaped(title)}" width="100%" height="480" style="border:0" allow="fullscreen"></iframe>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
