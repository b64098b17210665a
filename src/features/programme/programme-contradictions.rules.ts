import type { Text } from '../../platform/text/text.ts';
import { tierName } from './programme-names.rules.ts';
import {
  levelsOf,
  rankOf,
  type BonusHours,
  type ProgrammeRules,
  type TierCode,
  type TierRules,
} from './programme.rules.ts';

/** Figures that cannot stand together, and why. */
export interface Contradiction {
  readonly reason: Text;
  /** The figures that it is about; changing any of them may resolve it. */
  readonly keys: readonly string[];
}

/** Everything in these rules that contradicts something else in them; they are refused together. */
export const contradictionsIn = (rules: ProgrammeRules): readonly Contradiction[] =>
  [levelFaults, climbFaults, targetFaults, earnFaults, timeFaults].flatMap((look) => look(rules));

const fault = (keys: readonly string[], zh: string, en: string): Contradiction => ({
  reason: { zh, en },
  keys,
});
const when = (isFault: boolean, found: () => Contradiction): readonly Contradiction[] =>
  isFault ? [found()] : [];
const tierKey = (code: TierCode, figure: keyof TierRules): string => `tiers.${code}.${figure}`;

/** M2.10: three to five levels, the lowest of them for everybody. */
function levelFaults(rules: ProgrammeRules): readonly Contradiction[] {
  const used = levelsOf(rules);
  const unreachable = used.slice(1).filter((code) => {
    const { spendFen, orders, points } = rules.tiers[code];
    return spendFen === 0 && orders === 0 && points === 0;
  });
  return [
    ...when(used.length < 3, () =>
      fault(
        ['T1', 'T2', 'T3', 'T4'].map((code) => `tiers.${code}.isUsed`),
        `会员须有三至五级，现在只有 ${used.length} 级。`,
        `There must be three to five levels; now there ${used.length === 1 ? 'is 1' : `are ${used.length}`}.`,
      ),
    ),
    ...when(!rules.tiers.T0.isUsed, () =>
      fault(
        ['tiers.T0.isUsed'],
        '最低一级属于每一位会员，不能停用。',
        'The lowest level is everybody’s and cannot be taken away.',
      ),
    ),
    ...unreachable.map((code) => {
      const { zh, en } = tierName(rules, code);
      return fault(
        [tierKey(code, 'spendFen'), tierKey(code, 'orders'), tierKey(code, 'points')],
        `没有任何途径可以达到“${zh}”：消费、订单和积分都是 0。`,
        `Nothing leads to “${en}”: spend, orders and points are all 0.`,
      );
    }),
    ...sameNames(rules, used),
  ];
}

function sameNames(rules: ProgrammeRules, used: readonly TierCode[]): readonly Contradiction[] {
  return (['nameZh', 'nameEn'] as const).flatMap((figure) =>
    used.flatMap((code, i) =>
      used
        .slice(i + 1)
        .filter((other) => rules.tiers[other][figure] === rules.tiers[code][figure])
        .map((other) =>
          fault(
            [tierKey(code, figure), tierKey(other, figure)],
            `两级会员同名：“${rules.tiers[code][figure]}”。`,
            `Two levels have the same name: “${rules.tiers[code][figure]}”.`,
          ),
        ),
    ),
  );
}

/** A higher level asks for more and gives no less. */
function climbFaults(rules: ProgrammeRules): readonly Contradiction[] {
  const used = levelsOf(rules);
  const asks = (['spendFen', 'orders', 'points'] as const).flatMap((figure) => {
    const asking = used.filter((code) => rules.tiers[code][figure] > 0);
    return asking.slice(1).flatMap((code, i) => {
      const below = asking[i];
      if (below === undefined || rules.tiers[code][figure] > rules.tiers[below][figure]) return [];
      return [
        pairFault(rules, { figure, below, above: code }, ['门槛没有高于', 'does not ask for more than']),
      ];
    });
  });
  const gives = used.slice(1).flatMap((code, i) => {
    const below = used[i];
    if (below === undefined) return [];
    const [high, low] = [rules.tiers[code], rules.tiers[below]];
    return [
      ...when(high.payBp > low.payBp, () =>
        pairFault(rules, { figure: 'payBp', below, above: code }, ['付得比低一级多：', 'pays more than']),
      ),
      ...when(high.timesBp < low.timesBp, () =>
        pairFault(rules, { figure: 'timesBp', below, above: code }, ['积分倍数低于', 'earns less than']),
      ),
      ...when(!rules.tiers.T0.privileges.every((each) => high.privileges.includes(each)), () =>
        pairFault(rules, { figure: 'privileges', below: 'T0', above: code }, [
          '缺少人人都有的基础权益：',
          'lacks privileges that everybody has, those of',
        ]),
      ),
    ];
  });
  return [...asks, ...gives];
}

interface Pair {
  readonly figure: keyof TierRules;
  readonly below: TierCode;
  readonly above: TierCode;
}

function pairFault(
  rules: ProgrammeRules,
  { figure, below, above }: Pair,
  [zh, en]: readonly [string, string],
): Contradiction {
  const [high, low] = [tierName(rules, above), tierName(rules, below)];
  return fault(
    [tierKey(below, figure), tierKey(above, figure)],
    `“${high.zh}”${zh}“${low.zh}”。`,
    `“${high.en}” ${en} “${low.en}”.`,
  );
}

/** Levels that rules lead to exist, above the lowest, in their order (C5, C6, C7). */
function targetFaults(rules: ProgrammeRules): readonly Contradiction[] {
  const { activity, threeByThree, fastTrack, tiers } = rules;
  const used = levelsOf(rules);
  const targets: readonly (readonly [boolean, string, TierCode])[] = [
    [activity.isOn, 'activity.cap', activity.cap],
    [threeByThree.isOn, 'threeByThree.first', threeByThree.first],
    [threeByThree.isOn, 'threeByThree.second', threeByThree.second],
    [fastTrack.one.isOn, 'fastTrack.one.tier', fastTrack.one.tier],
    [fastTrack.two.isOn, 'fastTrack.two.tier', fastTrack.two.tier],
  ];
  const missing = targets.filter(([isOn, , code]) => isOn && (code === 'T0' || !used.includes(code)));
  return [
    ...missing.map(([, key, code]) =>
      fault(
        [key],
        `规则指向的“${tierName(rules, code).zh}”不能作为目标级别。`,
        `A rule leads to “${tierName(rules, code).en}”, which is no level to rise to.`,
      ),
    ),
    ...when(
      threeByThree.isOn &&
        !(
          rankOf(threeByThree.from) < rankOf(threeByThree.first) &&
          rankOf(threeByThree.first) < rankOf(threeByThree.second)
        ),
      () =>
        fault(
          ['threeByThree.from', 'threeByThree.first', 'threeByThree.second'],
          '三三晋制的起点、第一步和第二步必须逐级升高。',
          'Three by three must rise: its start, its first and its second level.',
        ),
    ),
    ...(['one', 'two'] as const).flatMap((which) => {
      const { isOn, amountFen, tier } = fastTrack[which];
      const { spendFen } = tiers[tier];
      return when(isOn && spendFen > 0 && amountFen >= spendFen, () =>
        fault(
          [`fastTrack.${which}.amountFen`, tierKey(tier, 'spendFen')],
          `快速通道的消费额不低于“${tierName(rules, tier).zh}”本身的门槛，等于没有通道。`,
          `The fast track asks for no less than “${tierName(rules, tier).en}” itself, so it is none.`,
        ),
      );
    }),
    ...fastTrackOrder(rules),
  ];
}

/** Of two fast tracks, more money in less time cannot lead to less. */
function fastTrackOrder({ fastTrack: { one, two } }: ProgrammeRules): readonly Contradiction[] {
  if (!one.isOn || !two.isOn) return [];
  const [hard, easy] = one.days <= two.days ? [one, two] : [two, one];
  return when(hard.amountFen >= easy.amountFen && rankOf(hard.tier) < rankOf(easy.tier), () =>
    fault(
      ['fastTrack.one.amountFen', 'fastTrack.two.amountFen', 'fastTrack.one.tier', 'fastTrack.two.tier'],
      '两条快速通道矛盾：时间更短、金额更高的一条，级别反而更低。',
      'The two fast tracks contradict each other: more money in less time leads to the lower level.',
    ),
  );
}

/** Two rules that pay for the same act would both pay (ledger.md, lesson 8). */
function earnFaults({ earn, referral }: ProgrammeRules): readonly Contradiction[] {
  const { hoursOne, hoursTwo, invitation } = earn;
  const backwards = (['hoursOne', 'hoursTwo'] as const).filter(
    (which) => earn[which].isOn && earn[which].fromHour >= earn[which].toHour,
  );
  return [
    ...when(invitation.isOn && referral.isOn, () =>
      fault(
        ['earn.invitation.isOn', 'referral.isOn'],
        '邀请会员被奖励两次：积分来源和邀请奖励只能启用一个。',
        'An invitation would be paid twice: as a source of points and as a referral. Only one of them can be on.',
      ),
    ),
    ...backwards.map((which) =>
      fault(
        [`earn.${which}.fromHour`, `earn.${which}.toHour`],
        '加倍时段的结束时间必须晚于开始时间。',
        'Hours with more points must end after they begin.',
      ),
    ),
    ...when(overlap(hoursOne, hoursTwo), () =>
      fault(
        ['earn.hoursOne.weekdays', 'earn.hoursTwo.weekdays'],
        '两个加倍时段重叠：同一笔消费会适用两条规则。',
        'The two spells of hours with more points overlap: one purchase would fall under both.',
      ),
    ),
  ];
}

const overlap = (a: BonusHours, b: BonusHours): boolean =>
  a.isOn &&
  b.isOn &&
  a.weekdays.some((day) => b.weekdays.includes(day)) &&
  a.fromHour < b.toHour &&
  b.fromHour < a.toHour;

/** Times that have to come one after the other. */
function timeFaults({
  frequency,
  expiry,
  refund,
  referral,
  birthday,
  notifications,
}: ProgrammeRules): readonly Contradiction[] {
  const { firstReminderDays: first, secondReminderDays: second, lastReminderDays: last } = expiry;
  return [
    ...when(frequency.middle >= frequency.high, () =>
      fault(
        ['frequency.middle', 'frequency.high'],
        '高频的订单数必须多于中频。',
        'The high band needs more orders than the middle one.',
      ),
    ),
    ...when(!(first > second && second > last), () =>
      fault(
        ['expiry.firstReminderDays', 'expiry.secondReminderDays', 'expiry.lastReminderDays'],
        '三次到期提醒必须一次比一次接近到期日。',
        'The three reminders must come closer and closer to the day of expiry.',
      ),
    ),
    ...when(refund.windowDays >= expiry.months * 28, () =>
      fault(
        ['refund.windowDays', 'expiry.months'],
        '积分会在退款期结束之前到期：到账时已经作废。',
        'Points would expire before the time for refunds is over: they would be gone when they arrive.',
      ),
    ),
    ...when(referral.isOn && referral.holdDays < refund.windowDays, () =>
      fault(
        ['referral.holdDays', 'refund.windowDays'],
        '邀请奖励会在订单还能退款时发放。',
        'A referral would be paid while its order can still be refunded.',
      ),
    ),
    ...when(birthday.isOn && birthday.firstGreetingDays <= birthday.secondGreetingDays, () =>
      fault(
        ['birthday.firstGreetingDays', 'birthday.secondGreetingDays'],
        '第一次生日问候必须早于第二次。',
        'The first birthday greeting must come before the second.',
      ),
    ),
    ...when(notifications.quietFromHour === notifications.quietToHour, () =>
      fault(
        ['notifications.quietFromHour', 'notifications.quietToHour'],
        '免打扰的开始和结束是同一时刻：等于全天都不能发送。',
        'Quiet hours begin and end at the same hour, so nothing could ever be sent.',
      ),
    ),
  ];
}
