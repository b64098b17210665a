import { afterEach, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { brokenInvariants } from '../../src/features/ledger/index.ts';
import {
  chargeMinutes,
  issuePoints,
  type ChargedMinutes,
  type PointIssue,
} from '../../src/features/ledger/index.ts';
import type { Balance } from '../../src/features/ledger/index.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import type { World } from '../support/world.ts';

/** After every test of the file the ledger must add up: each of its invariants is a view that must be empty. */
export function keepBooks(world: World): void {
  afterEach(async () => {
    expect(await brokenInvariants(world.system())).toEqual([]);
  });
}

/** Issues points outside of any order or card. */
export const issue = (
  world: World,
  memberId: string,
  given: Partial<PointIssue> & { readonly points: number },
): Promise<Balance> =>
  unitOfWork(world.system(), (unit) =>
    issuePoints(unit, {
      memberId,
      reason: { kind: 'PURCHASE', facts: { plan: 'test' } },
      key: `test:${randomUUID()}`,
      subjectId: null,
      ...given,
    }),
  );

export interface Minutes {
  readonly sessionId?: string;
  readonly minutes?: readonly number[];
}

/** Bills minutes of a live session, a new one unless it is named. */
export const charge = (
  world: World,
  memberId: string,
  { sessionId = randomUUID(), minutes = [0] }: Minutes = {},
): Promise<ChargedMinutes> =>
  unitOfWork(world.system(), (unit) =>
    chargeMinutes(unit, { memberId, transcriptId: randomUUID(), sessionId, minutes, title: 'Weekly' }),
  );
