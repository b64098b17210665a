import type { ShellText } from '../text/shell.zh.ts';

export interface MenuLink {
  readonly id: keyof ShellText['menu'];
  readonly href: string;
}

/** The back office's menu, in the order of M18.1; the seventh item, 退出管理, is an act and not a page. */
export const officeMenu: readonly MenuLink[] = [
  { id: 'dashboard', href: '/dashboard' },
  { id: 'security', href: '/security' },
  { id: 'transcribe', href: '/transcribe' },
  { id: 'content', href: '/content' },
  { id: 'balance', href: '/balance' },
  { id: 'settings', href: '/settings' },
];

/** Whether the menu's item is where the reader is: /content/bin belongs to /content. */
export function isCurrent({ href }: MenuLink, path: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
