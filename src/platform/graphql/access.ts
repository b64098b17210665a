import { Extensions } from 'type-graphql';
import { requireMember, requireOperator, type Actor } from '../auth/actor.ts';

/** Who may call a root field at all; the object in question is checked again by its service. */
export type AccessPolicy = 'anyone' | 'member' | 'operator';

/** Declares who may call a root field. A root field that declares nothing stops the start (guard-schema.ts). */
export const Access = (access: AccessPolicy): MethodDecorator & PropertyDecorator => Extensions({ access });

/** Throws UNAUTHENTICATED or FORBIDDEN unless the actor satisfies the policy. */
export function checkAccess(policy: AccessPolicy, ctx: { readonly actor: Actor }): void {
  if (policy === 'member') requireMember(ctx);
  if (policy === 'operator') requireOperator(ctx);
}
