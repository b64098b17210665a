import type { Text } from '../../platform/text/text.ts';
import type { ProgrammeRules } from './programme.rules.ts';
import { activitySentences, levelSentences, perkSentences } from './tier-sentences.rules.ts';
import { careSentences, earnSentences, offerSentences, spendSentences } from './point-sentences.rules.ts';

/** A rule as words with blanks: `{key}` stands for the figure of that key, `{key*}` for its value as plain words. */
export interface Sentence {
  /** The rows of the membership rules that it says. */
  readonly ids: readonly string[];
  readonly words: Text;
  /** The figure that puts it in force, where it can be out of force. */
  readonly switchKey?: string;
  /** A switch that stands in another sentence. */
  readonly inForceBy?: string;
  /** How members read it, where that is more than its words with the blanks filled in. */
  readonly readAs?: (rules: ProgrammeRules) => Text;
}

export interface Section {
  readonly id: string;
  readonly title: Text;
  readonly sentences: readonly Sentence[];
}

/** Every figure of the programme stands in exactly one of these sentences. */
export const programmeSections: readonly Section[] = [
  { id: 'levels', title: { zh: '会员等级', en: 'Levels' }, sentences: levelSentences },
  { id: 'perks', title: { zh: '等级权益', en: 'What a level brings' }, sentences: perkSentences },
  { id: 'ways', title: { zh: '升级与降级', en: 'Rising and falling' }, sentences: activitySentences },
  { id: 'earning', title: { zh: '怎样获得积分', en: 'Earning points' }, sentences: earnSentences },
  { id: 'spending', title: { zh: '积分与价格', en: 'Points and prices' }, sentences: spendSentences },
  {
    id: 'offers',
    title: { zh: '会员日、生日与邀请', en: 'Member day, birthdays, invitations' },
    sentences: offerSentences,
  },
  { id: 'care', title: { zh: '关怀与活动安排', en: 'Care and campaigns' }, sentences: careSentences },
];
