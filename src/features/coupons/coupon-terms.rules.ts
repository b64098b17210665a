import { yuan } from '../../platform/text/money.rules.ts';
import type { Text } from '../../platform/text/text.ts';
import type { CouponTypeDraft } from './coupon-type.rules.ts';

/** What a coupon is worth, in a few words: ¥20.00, 8.5 折, 30 分钟. */
export function benefitText({ kind, amountFen, payBasisPoints, minutes }: CouponTypeDraft): Text {
  if (amountFen !== null) return { zh: `减 ${yuan(amountFen)}`, en: `${yuan(amountFen)} off` };
  if (payBasisPoints !== null)
    return { zh: `${fold(payBasisPoints)} 折`, en: `${percentOff(payBasisPoints)}% off` };
  if (minutes !== null)
    return { zh: `${minutes} 分钟免费速录`, en: `${minutes} free minutes of live typing` };
  return kind === 'PACK' ? { zh: '券包', en: 'A pack of coupons' } : { zh: '', en: '' };
}

/** 8500 of 10000 is 8.5 折. */
const fold = (payBasisPoints: number): string => String(payBasisPoints / 1_000);
const percentOff = (payBasisPoints: number): string => String((10_000 - payBasisPoints) / 100);

/** All that a coupon is subject to, in sentences (M6.3): nothing holds that is not said here. */
export function termsOf(type: CouponTypeDraft): readonly Text[] {
  return [
    ...useTerms(type),
    ...(isOfOrders(type) ? stackingTerms(type) : []),
    ...timeTerms(type),
    ...countTerms(type),
  ];
}

const isOfOrders = ({ kind }: CouponTypeDraft): boolean => kind !== 'FEE_WAIVER' && kind !== 'PACK';

function useTerms(type: CouponTypeDraft): readonly Text[] {
  const { minSpendFen, maxOffFen, planIds, isFirstOrderOnly } = type;
  if (!isOfOrders(type)) return [];
  return [
    minSpendFen > 0
      ? {
          zh: `用券前应付满 ${yuan(minSpendFen)} 可用。`,
          en: `For orders of ${yuan(minSpendFen)} or more before the coupon.`,
        }
      : { zh: '没有金额门槛。', en: 'No minimum.' },
    ...(maxOffFen === null
      ? []
      : [{ zh: `最多减 ${yuan(maxOffFen)}。`, en: `At most ${yuan(maxOffFen)} is taken off.` }]),
    ...(planIds.length === 0 ? [] : [{ zh: '仅限指定的方案。', en: 'For certain plans only.' }]),
    ...(isFirstOrderOnly ? [{ zh: '仅限首单。', en: 'For a first order only.' }] : []),
    { zh: '每笔订单限用一张，实付不低于 ¥0.01。', en: 'One coupon an order; at least ¥0.01 is always paid.' },
  ];
}

/** Both sides are said, what goes together and what does not. */
function stackingTerms(type: CouponTypeDraft): readonly Text[] {
  const parts = [
    { isIn: type.stacksWithTier, zh: '会员等级价', en: 'your level’s price' },
    { isIn: type.stacksWithCampaign, zh: '会员日等活动价', en: 'member day and other campaigns' },
    { isIn: type.stacksWithPoints, zh: '积分抵扣', en: 'paying with reward points' },
  ];
  const list = (isIn: boolean): Text | null => {
    const chosen = parts.filter((part) => part.isIn === isIn);
    if (chosen.length === 0) return null;
    return { zh: chosen.map(({ zh }) => zh).join('、'), en: chosen.map(({ en }) => en).join(', ') };
  };
  const [can, cannot] = [list(true), list(false)];
  return [
    ...(can ? [{ zh: `可与${can.zh}同享。`, en: `Can be combined with: ${can.en}.` }] : []),
    ...(cannot ? [{ zh: `不可与${cannot.zh}同享。`, en: `Cannot be combined with: ${cannot.en}.` }] : []),
  ];
}

function timeTerms({ kind, validFrom, validUntil, daysValid }: CouponTypeDraft): readonly Text[] {
  if (kind === 'BIRTHDAY' && validUntil === null && daysValid === null)
    return [{ zh: '生日当月有效（北京时间）。', en: 'Good in the month of your birthday (Beijing time).' }];
  const days =
    daysValid === null
      ? []
      : [{ zh: `领取后 ${daysValid} 天内有效`, en: `good for ${daysValid} days from issue` }];
  const from = validFrom === null ? [] : [{ zh: `${validFrom} 起`, en: `from ${validFrom}` }];
  const until =
    validUntil === null
      ? []
      : [{ zh: `至 ${validUntil} 止（含当日）`, en: `until ${validUntil}, that day included` }];
  const all = [...days, ...from, ...until];
  const en = all.map((part) => part.en).join(', ');
  return [
    {
      zh: `${all.map(({ zh }) => zh).join('，')}，以北京时间为准。`,
      en: `${en[0]?.toUpperCase()}${en.slice(1)} (Beijing time).`,
    },
  ];
}

function countTerms(type: CouponTypeDraft): readonly Text[] {
  const { capPerMember, capTotal, isRestoredOnRefund } = type;
  return [
    { zh: `每人限 ${capPerMember} 张。`, en: `At most ${capPerMember} for one member.` },
    ...(capTotal === null
      ? []
      : [
          {
            zh: `全部共可使用 ${capTotal} 次，先用先得。`,
            en: `${capTotal} uses in all, first come, first served.`,
          },
        ]),
    ...(isOfOrders(type)
      ? [
          isRestoredOnRefund
            ? {
                zh: '订单取消或全额退款后退回，有效期不变。',
                en: 'Comes back when the order is cancelled or wholly refunded; its time stays.',
              }
            : {
                zh: '订单取消后退回；退款后不退回。',
                en: 'Comes back when the order is cancelled, not when it is refunded.',
              },
        ]
      : []),
  ];
}

/** How members come by it (M6.2), in sentences for staff. */
export function issueRulesOf(type: CouponTypeDraft): readonly Text[] {
  const { isOnRegistration, onSpendFen, isClaimable, claimCode, kind, issueCap } = type;
  return [
    ...(isOnRegistration ? [{ zh: '注册即送', en: 'On registration' }] : []),
    ...(onSpendFen === null
      ? []
      : [{ zh: `单笔实付满 ${yuan(onSpendFen)} 送`, en: `For a paid order of ${yuan(onSpendFen)} or more` }]),
    ...(isClaimable ? [{ zh: '在会员页领取', en: 'Claimed on the members’ page' }] : []),
    ...(claimCode === null ? [] : [{ zh: `凭口令 ${claimCode} 领取`, en: `By the code ${claimCode}` }]),
    ...(kind === 'BIRTHDAY'
      ? [{ zh: '生日当月自动发放，每年一次', en: 'In the month of the birthday, once a year' }]
      : []),
    { zh: '由工作人员发放', en: 'By staff' },
    ...(issueCap === null ? [] : [{ zh: `最多发放 ${issueCap} 张`, en: `${issueCap} at most` }]),
  ];
}
