import { v7 } from 'uuid';
import { hashToken, newToken } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { houseUrl } from './house-url.rules.ts';
import { InvalidToken } from './member.errors.ts';
import type { MemberProfile } from './member.source.ts';
import { hasNoOperator } from './members.queries.ts';
import {
  addAndSignIn,
  addMember,
  checkRegistration,
  countRegistration,
  type Registration,
  type SignedInMember,
} from './registration.service.ts';
import { SetupLinkEntity } from './setup-link.entity.ts';

/**
 * A link for making the first operator, or null when there is one. It works until it is used; links that were made
 * before stop working. Print it where only the house's owner reads it.
 */
export async function setupLinkIfNeeded(
  ctx: Context,
  url: string = houseUrl(ctx.config),
): Promise<string | null> {
  const token = newToken();
  const isNeeded = await unitOfWork(ctx, async (unit) => {
    if (!(await hasNoOperator(unit.em))) return false;
    await rows(unit.em, sql`delete from setup_links where used_at is null`);
    await unit.em.insert(SetupLinkEntity, {
      id: v7(),
      tokenHash: hashToken(token),
      createdAt: ctx.clock.now(),
      usedAt: null,
    });
    return true;
  });
  return isNeeded ? `${url}/setup#token=${token}` : null;
}

export interface OperatorSetup extends Registration {
  readonly token: string;
}

/** Makes an operator by the setup link and signs them in. Throws InvalidInput, TooManyAttempts, InvalidToken, UsernameTaken. */
export async function setUpOperator(ctx: Context, setup: OperatorSetup): Promise<SignedInMember> {
  const account = checkRegistration(ctx, setup);
  await countRegistration(ctx);
  const tokenHash = hashToken(setup.token);
  const link = await row(
    ctx.em,
    sql`select 1 from setup_links where token_hash = ${tokenHash} and used_at is null`,
  );
  if (!link) throw new InvalidToken();
  const passwordHash = await ctx.hasher.hash(setup.password);
  return unitOfWork(ctx, async (unit) => {
    // Whoever comes second waits here, and then finds the link used.
    const used = await row(
      unit.em,
      sql`update setup_links set used_at = ${ctx.clock.now()} where token_hash = ${tokenHash} and used_at is null returning id`,
    );
    if (!used) throw new InvalidToken();
    return addAndSignIn(ctx, unit, { ...account, role: 'OPERATOR', passwordHash });
  });
}

/** Makes an operator for whoever has the machine's command line. Throws InvalidInput, UsernameTaken. */
export async function createOperator(ctx: Context, registration: Registration): Promise<MemberProfile> {
  const account = checkRegistration(ctx, registration);
  const passwordHash = await ctx.hasher.hash(registration.password);
  return unitOfWork(ctx, async (unit) => {
    const operator = await addMember(ctx, unit, { ...account, role: 'OPERATOR', passwordHash });
    await burnSetupLinks(ctx, unit);
    return operator;
  });
}

const burnSetupLinks = (ctx: Context, unit: Unit): Promise<unknown> =>
  rows(unit.em, sql`update setup_links set used_at = ${ctx.clock.now()} where used_at is null`);
