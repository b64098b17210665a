import { setupLinkIfNeeded } from '../features/members/index.ts';
import { systemContext, type House } from '../platform/context.ts';

/** Where the house is, and how to become its operator when it has none: for its owner's eyes alone. */
export async function welcome(house: House, url: string): Promise<string> {
  const address = `\n  Scribecast 速录  →  ${url}\n`;
  const setupLink = await setupLinkIfNeeded(systemContext(house), url);
  if (!setupLink) return address;
  return `${address}\n  还没有运营人员，请用此一次性链接创建：\n  There is no operator yet. Become one with this link, once:\n  ${setupLink}\n`;
}
