import { row, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { configOn } from '../programme/index.ts';
import { earnedValidity, type Validity } from './validity.rules.ts';

/** How long points last that are earned now, by the programme's rules (M5). */
export async function programmeValidity(unit: Unit): Promise<Validity> {
  const now = await row(unit.em, sql<{ at: Date }>`select now() as at`);
  const { rules } = await configOn(unit.em, now?.at ?? new Date(0));
  return earnedValidity(rules.expiry);
}
