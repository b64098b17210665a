import { notify, type Notice, type TemplateName } from '../../src/features/notifications/index.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import type { World } from '../support/world.ts';

/** Tells a member something, as an act of its own. */
export const tell = <Name extends TemplateName>(world: World, notice: Notice<Name>): Promise<boolean> =>
  unitOfWork(world.system(), (unit) => notify(unit, notice));

/** A birthday greeting: what nobody has to have. */
export const greeting = (memberId: string, dedupeKey: string): Notice<'BIRTHDAY'> => ({
  memberId,
  template: 'BIRTHDAY',
  values: {},
  dedupeKey,
});

/** Points about to expire: what concerns the member's own affairs. */
export const warning = (memberId: string, dedupeKey: string): Notice<'POINTS_EXPIRING'> => ({
  memberId,
  template: 'POINTS_EXPIRING',
  values: { currency: 'REWARD', points: 5, lastDay: '2027-01-31', daysLeft: 7 },
  dedupeKey,
});
