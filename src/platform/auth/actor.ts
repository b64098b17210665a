import { forbidden, unauthenticated } from '../errors/app-error.ts';

export type MemberRole = 'MEMBER' | 'OPERATOR';

/** The signed-in member of a request. */
export interface SignedIn {
  readonly id: string;
  readonly role: MemberRole;
  readonly sessionId: string;
}

/** An invited viewer's right to read one transcript, under the name they gave. */
export interface ViewGrant {
  readonly id: string;
  readonly transcriptId: string;
  readonly nickname: string;
  /** The first grant of the browser that came in again; absent where that is this one. */
  readonly visitorId?: string;
}

/** Who acts: perhaps a member, perhaps an invited viewer of some transcripts, perhaps both, perhaps nobody known. */
export interface Actor {
  readonly member: SignedIn | null;
  readonly grants: readonly ViewGrant[];
  /** What waits at a door, or was refused there: no right to anything, but to be told how it stands. */
  readonly waiting?: readonly ViewGrant[];
}

export const nobody: Actor = { member: null, grants: [] };

/** The signed-in member; throws UNAUTHENTICATED when there is none. */
export function requireMember(ctx: { readonly actor: Actor }): SignedIn {
  if (!ctx.actor.member) throw unauthenticated();
  return ctx.actor.member;
}

/** The signed-in operator; throws UNAUTHENTICATED or FORBIDDEN. */
export function requireOperator(ctx: { readonly actor: Actor }): SignedIn {
  const member = requireMember(ctx);
  if (member.role !== 'OPERATOR') throw forbidden();
  return member;
}
