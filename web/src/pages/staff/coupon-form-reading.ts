import type { CreateCouponTypeInput } from '../../api/generated/types.ts';
import { couponsText } from '../../text/coupons.text.ts';
import { textOf } from '../../ui/form-fields.ts';
import type { FormProblem } from '../../ui/form-problem.ts';
import { fenFromYuan, wholeNumber } from './price.rules.ts';

export const formKinds = ['FULL_REDUCTION', 'NO_THRESHOLD', 'DISCOUNT', 'BIRTHDAY', 'PACK'] as const;
export type FormKind = (typeof formKinds)[number];

/** The fields that stand in the form, so that a refusal is shown beside the one that it names. */
export const fieldNames = [
  'name',
  'amountFen',
  'minSpendFen',
  'payBasisPoints',
  'maxOffFen',
  'daysValid',
  'validFrom',
  'validUntil',
  'onSpendFen',
  'claimCode',
  'capPerMember',
  'capTotal',
  'issueCap',
  'pack',
];

/** What the form says; or the field that holds no number, about which the server need not be asked. */
export function readCouponForm(form: HTMLFormElement, kind: FormKind): CreateCouponTypeInput | FormProblem {
  const t = couponsText().staff;
  const wrong: FormProblem[] = [];
  const read = (
    field: string,
    message: string,
    parse: (typed: string) => number | undefined,
  ): number | null => {
    const typed = textOf(form, field).trim();
    if (typed === '') return null;
    const value = parse(typed);
    if (value === undefined) wrong.push({ __typename: 'InvalidInput', field, message });
    return value ?? null;
  };
  const money = (field: string): number | null => read(field, t.money, fenFromYuan);
  const count = (field: string): number | null => read(field, t.wholeNumber, wholeNumber);
  const isTicked = (field: string): boolean => new FormData(form).has(field);
  const percent = read('payBasisPoints', t.money, fenFromYuan);
  const input: CreateCouponTypeInput = {
    name: textOf(form, 'name').trim(),
    kind,
    amountFen: money('amountFen'),
    // 85 % typed with two decimals at most is read as 8500 basis points.
    payBasisPoints: percent,
    maxOffFen: money('maxOffFen'),
    minSpendFen: money('minSpendFen') ?? 0,
    planIds: new FormData(form).getAll('planIds').map(String),
    isFirstOrderOnly: isTicked('isFirstOrderOnly'),
    stacksWithTier: isTicked('stacksWithTier'),
    stacksWithCampaign: isTicked('stacksWithCampaign'),
    stacksWithPoints: isTicked('stacksWithPoints'),
    isRestoredOnRefund: isTicked('isRestoredOnRefund'),
    daysValid: count('daysValid'),
    validFrom: textOf(form, 'validFrom') || null,
    validUntil: textOf(form, 'validUntil') || null,
    isOnRegistration: isTicked('isOnRegistration'),
    isClaimable: isTicked('isClaimable'),
    onSpendFen: money('onSpendFen'),
    claimCode: textOf(form, 'claimCode').trim() || null,
    capPerMember: count('capPerMember') ?? 1,
    capTotal: count('capTotal'),
    issueCap: count('issueCap'),
    pack: packIn(form),
  };
  return wrong[0] ?? input;
}

function packIn(form: HTMLFormElement): CreateCouponTypeInput['pack'] {
  const parts = [...new FormData(form).entries()].filter(([name]) => name.startsWith('pack:'));
  return parts.flatMap(([name, typed]) => {
    const count = typeof typed === 'string' ? (wholeNumber(typed) ?? 0) : 0;
    return count === 0 ? [] : [{ typeId: name.slice('pack:'.length), count }];
  });
}
