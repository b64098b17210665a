export { programmeFeature } from './programme.feature.ts';
export { privilegeNames } from './programme-names.rules.ts';
export { ProgrammeContradictory, ProgrammeMovedOn } from './programme.errors.ts';
export { checkedRules } from './programme.service.ts';
export { WriteFigureInput } from './programme.types.ts';
export type { WrittenFigure } from './draft.rules.ts';
export { waysTo } from './tier-sentences.rules.ts';
export { configOn, newestVersion, programmeConfig, programmeConfigAt } from './programme.queries.ts';
export { tierName } from './programme-names.rules.ts';
export {
  higherOf,
  levelsOf,
  rankOf,
  tierCodes,
  type BonusHours,
  type Privilege,
  type ProgrammeConfig,
  type ProgrammeRules,
  type TierCode,
  type TierRules,
} from './programme.rules.ts';
export type {} from './programme.events.ts';
