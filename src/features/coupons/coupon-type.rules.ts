import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkInteger, checkText, isId } from '../../platform/text/text.rules.ts';
import type { Text } from '../../platform/text/text.ts';
import { claimCodeFrom, claimCodePattern } from './claim-code.rules.ts';

/** The types of M6.1. */
export type CouponKind =
  'FULL_REDUCTION' | 'DISCOUNT' | 'NO_THRESHOLD' | 'OFFSET' | 'FEE_WAIVER' | 'BIRTHDAY' | 'PACK';

/** So many of a type in a pack. */
export interface PackPart {
  readonly typeId: string;
  readonly count: number;
}

/** What a coupon of a type is good for, when, with what, and who comes by it. */
export interface CouponTypeDraft {
  readonly name: string;
  readonly kind: CouponKind;
  readonly amountFen: number | null;
  readonly payBasisPoints: number | null;
  readonly maxOffFen: number | null;
  readonly minutes: number | null;
  readonly minSpendFen: number;
  readonly planIds: readonly string[];
  readonly isFirstOrderOnly: boolean;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly daysValid: number | null;
  readonly stacksWithTier: boolean;
  readonly stacksWithCampaign: boolean;
  readonly stacksWithPoints: boolean;
  readonly isOnRegistration: boolean;
  readonly onSpendFen: number | null;
  readonly isClaimable: boolean;
  readonly claimCode: string | null;
  readonly pointsCost: number | null;
  readonly isRestoredOnRefund: boolean;
  readonly capTotal: number | null;
  readonly issueCap: number | null;
  readonly capPerMember: number;
}

/** The bounds of what can be entered. */
export const bounds = {
  fen: { min: 1, max: 500_000 },
  payBasisPoints: { min: 1, max: 9_999 },
  minutes: { min: 1, max: 6_000 },
  days: { min: 1, max: 1_095 },
  cap: { min: 1, max: 1_000_000 },
  perMember: { min: 1, max: 100 },
  pointsCost: { min: 1, max: 1_000_000 },
  name: 40,
  plans: 20,
  packParts: 10,
  packCount: { min: 1, max: 20 },
} as const;

/** A type as it may be kept; throws InvalidInput with the field at fault. */
export function checkCouponType(draft: CouponTypeDraft): CouponTypeDraft {
  checkText('name', draft.name, { name: { zh: '名称', en: 'The name' }, min: 1, max: bounds.name });
  for (const [field, rule] of numberRules) {
    const given = draft[field];
    if (given !== null) checkInteger(field, given, rule);
  }
  checkKind(draft.kind);
  checkBenefit(draft);
  checkConditions(draft);
  checkValidity(draft);
  return { ...draft, claimCode: checkClaimCode(draft.claimCode) };
}

/** Their uses are not built yet, and nobody is promised what cannot be kept. */
function checkKind(kind: CouponKind): void {
  if (kind !== 'OFFSET' && kind !== 'FEE_WAIVER') return;
  throw new InvalidInput('kind', { zh: '这种券现在还不能建立。', en: 'This kind cannot be made yet.' });
}

type NumberField =
  | 'amountFen'
  | 'payBasisPoints'
  | 'maxOffFen'
  | 'minutes'
  | 'minSpendFen'
  | 'daysValid'
  | 'onSpendFen'
  | 'pointsCost'
  | 'capTotal'
  | 'issueCap'
  | 'capPerMember';

const numberRules: readonly (readonly [
  NumberField,
  { readonly name: Text; readonly min: number; readonly max: number },
])[] = [
  ['amountFen', { name: { zh: '减免金额（分）', en: 'The amount in fen' }, ...bounds.fen }],
  [
    'payBasisPoints',
    { name: { zh: '折扣（万分之几）', en: 'The share to pay, in basis points' }, ...bounds.payBasisPoints },
  ],
  ['maxOffFen', { name: { zh: '最多减免（分）', en: 'The most taken off, in fen' }, ...bounds.fen }],
  ['minutes', { name: { zh: '免费分钟数', en: 'The number of free minutes' }, ...bounds.minutes }],
  ['minSpendFen', { name: { zh: '使用门槛（分）', en: 'The minimum in fen' }, min: 0, max: bounds.fen.max }],
  ['daysValid', { name: { zh: '有效天数', en: 'The number of days' }, ...bounds.days }],
  ['onSpendFen', { name: { zh: '满额发放（分）', en: 'The order that earns it, in fen' }, ...bounds.fen }],
  ['pointsCost', { name: { zh: '兑换积分', en: 'Its price in reward points' }, ...bounds.pointsCost }],
  ['capTotal', { name: { zh: '使用总量', en: 'The number of uses' }, ...bounds.cap }],
  ['issueCap', { name: { zh: '发放总量', en: 'The number issued' }, ...bounds.cap }],
  ['capPerMember', { name: { zh: '每人限领', en: 'The number for one member' }, ...bounds.perMember }],
];

type Benefit = 'amountFen' | 'payBasisPoints' | 'minutes';

/** What each kind must say of its benefit; nothing else may be said. */
const benefitsOf: Readonly<Record<CouponKind, readonly (readonly Benefit[])[]>> = {
  FULL_REDUCTION: [['amountFen']],
  DISCOUNT: [['payBasisPoints']],
  NO_THRESHOLD: [['amountFen']],
  OFFSET: [['amountFen']],
  FEE_WAIVER: [['minutes']],
  BIRTHDAY: [['amountFen'], ['payBasisPoints']],
  PACK: [[]],
};

const benefitNames: Readonly<Record<Benefit, Text>> = {
  amountFen: { zh: '减免金额', en: 'the amount' },
  payBasisPoints: { zh: '折扣', en: 'the discount' },
  minutes: { zh: '免费分钟数', en: 'the free minutes' },
};

function checkBenefit(draft: CouponTypeDraft): void {
  const given = (Object.keys(benefitNames) as Benefit[]).filter((field) => draft[field] !== null);
  const choices = benefitsOf[draft.kind];
  if (
    choices.some((choice) => choice.length === given.length && choice.every((field) => given.includes(field)))
  )
    return;
  const wanted = choices[0] ?? [];
  const surplus = given.find((field) => !wanted.includes(field));
  const field = wanted.find((name) => draft[name] === null) ?? surplus ?? 'amountFen';
  const { zh, en } = benefitNames[field];
  throw wanted.includes(field)
    ? new InvalidInput(field, { zh: `请填写${zh}。`, en: `Please enter ${en}.` })
    : new InvalidInput(field, { zh: `这种券不填${zh}。`, en: `Leave out ${en} for this kind.` });
}

function checkConditions({
  kind,
  minSpendFen,
  amountFen,
  maxOffFen,
  payBasisPoints,
  ...draft
}: CouponTypeDraft): void {
  if (kind === 'FULL_REDUCTION' && minSpendFen <= (amountFen ?? 0)) {
    throw new InvalidInput('minSpendFen', {
      zh: '满减券的门槛须高于减免金额。',
      en: 'The minimum must be more than what is taken off.',
    });
  }
  if (kind === 'NO_THRESHOLD' && minSpendFen > 0) {
    throw new InvalidInput(
      'minSpendFen',
      { zh: '无门槛券不设门槛。', en: 'A coupon without minimum has none.' },
      0,
    );
  }
  if (maxOffFen !== null && payBasisPoints === null) {
    throw new InvalidInput('maxOffFen', {
      zh: '只有折扣券才有“最多减免”。',
      en: 'Only a percentage has a most that it takes off.',
    });
  }
  if (kind === 'OFFSET' && draft.pointsCost === null) {
    throw new InvalidInput('pointsCost', {
      zh: '请填写兑换积分。',
      en: 'Please enter its price in reward points.',
    });
  }
  checkPlanIds(draft.planIds);
}

function checkPlanIds(planIds: readonly string[]): void {
  if (planIds.length <= bounds.plans && planIds.every(isId)) return;
  throw new InvalidInput(
    'planIds',
    { zh: `请选择最多 ${bounds.plans} 个方案。`, en: `Please choose at most ${bounds.plans} plans.` },
    bounds.plans,
  );
}

function checkValidity({ kind, validFrom, validUntil, daysValid }: CouponTypeDraft): void {
  for (const [field, day] of [
    ['validFrom', validFrom],
    ['validUntil', validUntil],
  ] as const) {
    if (day !== null && !isDay(day)) {
      throw new InvalidInput(field, {
        zh: '请填写日期，如 2026-12-31。',
        en: 'Please enter a day such as 2026-12-31.',
      });
    }
  }
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) {
    throw new InvalidInput('validUntil', {
      zh: '截止日不能早于起始日。',
      en: 'The last day is before the first.',
    });
  }
  if (validUntil === null && daysValid === null && kind !== 'BIRTHDAY') {
    throw new InvalidInput('daysValid', {
      zh: '请填写截止日或领取后的有效天数：有效期必须写明。',
      en: 'Please enter a last day or a number of days: every coupon says how long it is good.',
    });
  }
}

/** A day that the calendar has, written as 2026-12-31. */
function isDay(text: string): boolean {
  const moment = /^2\d{3}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00.000Z`) : null;
  return moment !== null && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function checkClaimCode(typed: string | null): string | null {
  if (typed === null || typed.trim() === '') return null;
  const code = claimCodeFrom(typed);
  if (claimCodePattern.test(code)) return code;
  throw new InvalidInput('claimCode', {
    zh: '口令须为 4–24 个字母或数字。',
    en: 'The code needs 4–24 letters or digits.',
  });
}

/** The parts of a pack; throws InvalidInput. */
export function checkPack(kind: CouponKind, parts: readonly PackPart[]): readonly PackPart[] {
  const fits = kind === 'PACK' ? parts.length >= 1 && parts.length <= bounds.packParts : parts.length === 0;
  if (!fits) {
    throw new InvalidInput(
      'pack',
      {
        zh: `券包含 1–${bounds.packParts} 种券；其他券不含。`,
        en: `A pack holds 1–${bounds.packParts} types; nothing else does.`,
      },
      bounds.packParts,
    );
  }
  if (new Set(parts.map(({ typeId }) => typeId)).size !== parts.length) {
    throw new InvalidInput('pack', { zh: '同一种券只写一行。', en: 'Name each type once.' });
  }
  for (const { count } of parts)
    checkInteger('pack', count, { name: { zh: '张数', en: 'The number of coupons' }, ...bounds.packCount });
  return parts;
}
