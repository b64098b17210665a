import { formatFen, formatNumber } from './format.ts';
import type { MembershipText } from './membership.zh.ts';

export const membershipEn: MembershipText = {
  title: 'Membership level',
  mine: 'Your level',
  since: (date) => `since ${date}`,
  granted: (day, held) => `Given for a time, until ${day}; after that ${held}.`,
  grace: (day, held) =>
    `The yearly review found less than ${held} asks for. If that is made up for before ${day}, the level stays; otherwise it falls by one.`,
  review: (day) => `Next yearly review: ${day}. The level cannot fall before.`,
  window: (months, fen, orders) =>
    `Last ${months} months: ${formatFen(fen)} spent, ${orders === 1 ? '1 order' : `${formatNumber(orders)} orders`} paid`,
  frequency: { NONE: 'not at all', LOW: 'seldom', MIDDLE: 'regularly', HIGH: 'often' },
  frequencyOf: (band) => `You buy ${band}.`,
  brings: 'What it brings',
  pay: (percent) => (percent === 100 ? 'List prices' : `${percent}% of list prices`),
  times: (times) => (times === 1 ? 'Points for purchases count once' : `Points for purchases × ${times}`),
  next: (name) => `On the way to ${name}`,
  anyOne: 'Any one of these is enough. You rise by itself; there is nothing to apply for.',
  top: 'You have the highest level.',
  done: (have, need) => `${have} of ${need}`,
  kinds: {
    SPEND: 'Spend',
    ORDERS: 'Paid orders',
    POINTS: 'Points earned',
    LOGIN_DAYS: 'Login days',
    CAMPAIGNS: 'Campaigns joined',
    INVITATIONS: 'Members invited',
  },
  why: 'Why it is this level',
  whyNone: 'It came with the account, and nothing has changed since.',
  more: 'Earlier entries',
  levels: 'All levels',
  yours: 'Your level',
  toRules: 'Read all the rules of membership',
  rulesTitle: 'Rules of membership',
  rulesIntro: 'These are the very rules that the system goes by; the figures change with them.',
  version: (version, date) => `Version ${version}, in force since ${date}`,
  versionOne: 'Version 1: the rules that the house began with',
  toMine: 'See my own level',
};
