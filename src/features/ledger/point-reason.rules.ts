import type { Text } from '../../platform/text/text.ts';

/** Why something was done, in the words of whoever asked for it. */
interface InWords {
  readonly why: Text;
}
type NoFacts = Readonly<Record<string, never>>;

/** Why points moved, kept as facts; the words are made for the reader. */
export interface PointReasons {
  readonly WELCOME_GIFT: { readonly months: number };
  readonly GIFT: InWords;
  readonly PURCHASE: { readonly plan: string };
  readonly TOP_UP_CARD: NoFacts;
  /** Minutes are numbered from 0, as the meter counts them. */
  readonly TRANSCRIPTION: { readonly title: string; readonly first: number; readonly last: number };
  readonly DEBT_REPAID: NoFacts;
  readonly EARNED: InWords;
  readonly AVAILABLE: InWords;
  readonly SPENT: InWords;
  readonly EXPIRED: NoFacts;
  readonly REVERSED: InWords;
  readonly RESTORED: InWords;
  /** `by` is the operator. */
  readonly ADJUSTED: InWords & { readonly by: string };
  readonly HELD: InWords;
  readonly USED: InWords;
  readonly RELEASED: NoFacts;
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
    case 'TRANSCRIPTION':
      return transcriptionText(reason.facts);
    case 'AVAILABLE':
      return { zh: `已生效：${reason.facts.why.zh}`, en: `No longer pending: ${reason.facts.why.en}` };
    case 'GIFT':
    case 'EARNED':
    case 'SPENT':
    case 'REVERSED':
    case 'RESTORED':
    case 'ADJUSTED':
    case 'HELD':
    case 'USED':
      return reason.facts.why;
    default:
      return fixedTexts[reason.kind];
  }
}

const fixedTexts: Readonly<Record<'TOP_UP_CARD' | 'DEBT_REPAID' | 'EXPIRED' | 'RELEASED', Text>> = {
  TOP_UP_CARD: { zh: '充值卡充值', en: 'Top-up card redeemed' },
  DEBT_REPAID: { zh: '归还欠点', en: 'Owed points paid back' },
  EXPIRED: { zh: '已过有效期', en: 'Expired' },
  RELEASED: { zh: '预留的点数退回', en: 'Points set aside came back' },
};

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
