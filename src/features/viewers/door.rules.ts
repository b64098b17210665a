import { InvalidInput } from '../../platform/graphql/user-error.ts';

/** Whether the right view password lets one in at once, or has to be answered by a person. */
export const admissions = { OPEN: 'OPEN', APPROVAL: 'APPROVAL' } as const;
export type Admission = keyof typeof admissions;

/** Why a grant ended before its time. */
export type GrantEnd = 'PASSWORD_CHANGED' | 'REVOKED' | 'REFUSED';

/** How somebody stands at a door. */
export const doorStates = {
  INSIDE: 'INSIDE',
  PASSWORD: 'PASSWORD',
  WAITING: 'WAITING',
  REFUSED: 'REFUSED',
  EXPIRED: 'EXPIRED',
} as const;
export type DoorState = keyof typeof doorStates;

/** What is decided about those who wait. */
export const decisions = { APPROVE: 'APPROVE', REFUSE: 'REFUSE' } as const;
export type Decision = keyof typeof decisions;

/** By what somebody came to read. */
export const visitWays = { PASSWORD: 'PASSWORD', PUBLIC: 'PUBLIC', CREW: 'CREW' } as const;
export type VisitWay = keyof typeof visitWays;

export const embedOriginsMax = 10;
/** How many may wait at one door at the same time. */
export const waitingMax = 500;
/** How many of them may be from one address at the same time: a hall behind one, but never the whole row. */
export const waitingPerAddressMax = 400;
/** How often one address may knock within 12 hours, whatever becomes of it. */
export const knocksPerAddressMax = 600;
/** How many of those who wait are shown, the first who came. */
export const waitingShownMax = 100;
/** How many can be decided about or revoked at once by name. */
export const viewersAtOnceMax = 100;
/** How long it is kept who came, in days. */
export const visitsKeptDays = 30;
const originCharactersMax = 200;
const yearsMax = 10;

/**
 * The pages that may frame the reader, each as its bare origin. By TLS, or on one's own machine for trying; written
 * into a header, so nothing but what a URL's origin can hold goes through. Throws InvalidInput.
 */
export function checkEmbedOrigins(origins: readonly string[]): readonly string[] {
  if (origins.length > embedOriginsMax) throw tooManyOrigins();
  return [...new Set(origins.map(originOf))];
}

function originOf(text: string): string {
  const typed = text.trim();
  if (typed.length > originCharactersMax || !/^https?:\/\/[^\s;,'"*]+$/i.test(typed) || !URL.canParse(typed))
    throw notAnOrigin(typed);
  const url = new URL(typed);
  const isBare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  const isOwnMachine = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!isBare || (url.protocol !== 'https:' && !isOwnMachine)) throw notAnOrigin(typed);
  return url.origin;
}

const tooManyOrigins = (): InvalidInput =>
  new InvalidInput(
    'embedOrigins',
    {
      zh: `最多允许 ${embedOriginsMax} 个网站嵌入。`,
      en: `At most ${embedOriginsMax} sites may embed it.`,
    },
    embedOriginsMax,
  );

const notAnOrigin = (typed: string): InvalidInput => {
  const shown = [...typed.replace(/[\p{Cc}\p{Cf}]/gu, '')].slice(0, 60).join('');
  return new InvalidInput('embedOrigins', {
    zh: `“${shown}”不是网站地址。请写成 https://example.com 的样子，不带路径。`,
    en: `“${shown}” is not a site’s address. Write it like https://example.com, without a path.`,
  });
};

/** Until when viewers are welcome; throws InvalidInput for what is past or absurdly far away. */
export function checkViewersUntil(until: Date | null, now: Date): Date | null {
  if (until === null) return null;
  const last = new Date(now);
  last.setUTCFullYear(last.getUTCFullYear() + yearsMax);
  if (Number.isNaN(until.getTime()) || until <= now || until > last) {
    throw new InvalidInput('viewersUntil', {
      zh: `截止时间须在现在之后、${yearsMax} 年之内。要立即结束，请用“移出全部观众”。`,
      en: `The end must lie in the future, within ${yearsMax} years. To end it now, use “Remove all viewers”.`,
    });
  }
  return until;
}

/** An address as far as an owner may know it: the /24 of an IPv4 address, the /48 of an IPv6 one. */
export function addressPrefix(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(mapped)?.[1];
  if (four) return `${four}.0/24`;
  if (!mapped.includes(':')) return '';
  const [head = '', tail] = (mapped.split('%')[0] ?? '').toLowerCase().split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups.slice(0, 3).join(':')}::/48`;
}

const groupsOf = (part: string): readonly string[] =>
  part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
