import type { Text } from '../../platform/text/text.ts';

/** Why points moved, kept as facts; the words are made for the reader. */
export interface PointReasons {
  readonly WELCOME_GIFT: { readonly months: number };
  readonly PURCHASE: { readonly plan: string };
  readonly TOP_UP_CARD: Readonly<Record<string, never>>;
  /** Minutes are numbered from 0, as the meter counts them. */
  readonly TRANSCRIPTION: { readonly title: string; readonly first: number; readonly last: number };
  readonly DEBT_REPAID: Readonly<Record<string, never>>;
}

export type PointKind = keyof PointReasons;

/** A kind of movement together with its facts. */
export type PointReason = {
  [Kind in PointKind]: { readonly kind: Kind; readonly facts: PointReasons[Kind] };
}[PointKind];

/** The reason in words. */
export function reasonText(reason: PointReason): Text {
  switch (reason.kind) {
    case 'WELCOME_GIFT':
      return giftText(reason.facts.months);
    case 'PURCHASE':
      return { zh: `购买卡点：${reason.facts.plan}`, en: `Points bought: ${reason.facts.plan}` };
    case 'TOP_UP_CARD':
      return { zh: '充值卡充值', en: 'Top-up card redeemed' };
    case 'TRANSCRIPTION':
      return transcriptionText(reason.facts);
    case 'DEBT_REPAID':
      return { zh: '归还透支的卡点', en: 'Overdrawn points paid back' };
  }
}

const giftText = (months: number): Text =>
  months === 0
    ? { zh: '新会员赠送', en: 'Welcome gift' }
    : {
        zh: `新会员赠送（${months} 个月内有效）`,
        en: `Welcome gift, valid for ${months} ${months === 1 ? 'month' : 'months'}`,
      };

function transcriptionText({ title, first, last }: PointReasons['TRANSCRIPTION']): Text {
  return first === last
    ? { zh: `速录《${title}》第 ${first + 1} 分钟`, en: `Live typing of “${title}”, minute ${first + 1}` }
    : {
        zh: `速录《${title}》第 ${first + 1}–${last + 1} 分钟`,
        en: `Live typing of “${title}”, minutes ${first + 1}–${last + 1}`,
      };
}
