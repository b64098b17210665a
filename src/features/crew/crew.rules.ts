/** A transcript has at most this many writers besides its owner, and at most as many organisers. */
export const crewMax = 8;

/** What somebody may be invited as. */
export const invitedRoles = { WRITER: 'WRITER', ORGANISER: 'ORGANISER' } as const;
export type InvitedRole = keyof typeof invitedRoles;

/** In which part somebody works on a transcript. */
export const crewRoles = { OWNER: 'OWNER', ...invitedRoles } as const;
export type CrewRole = keyof typeof crewRoles;

/** Who works on a transcript, as its row says. */
export interface CrewIds {
  readonly ownerId: string;
  readonly writerIds: readonly string[];
  readonly organiserIds: readonly string[];
  readonly leadWriterId: string | null;
}

type Invited = Omit<CrewIds, 'ownerId'>;

/** Who has the lead: the owner until somebody else took it. */
export const leadOf = ({ leadWriterId, ownerId }: CrewIds): string => leadWriterId ?? ownerId;

/** Everybody with their part: the owner, the writers, the organisers, in the order in which they were invited. */
export const rolesIn = ({
  ownerId,
  writerIds,
  organiserIds,
}: CrewIds): readonly { readonly memberId: string; readonly role: CrewRole }[] => [
  { memberId: ownerId, role: 'OWNER' },
  ...writerIds.map((memberId) => ({ memberId, role: 'WRITER' as const })),
  ...organiserIds.map((memberId) => ({ memberId, role: 'ORGANISER' as const })),
];

/** The crew without somebody; a lead who goes leaves the lead to the owner. */
export const without = (crew: Invited, memberId: string): Invited => ({
  writerIds: crew.writerIds.filter((id) => id !== memberId),
  organiserIds: crew.organiserIds.filter((id) => id !== memberId),
  leadWriterId: crew.leadWriterId === memberId ? null : crew.leadWriterId,
});

/** The crew with somebody in a part, whichever they had before; null when that part is full. */
export function withMember(crew: Invited, memberId: string, role: InvitedRole): Invited | null {
  const column = role === 'WRITER' ? 'writerIds' : 'organiserIds';
  if (crew[column].includes(memberId)) return crew;
  const others = without(crew, memberId);
  return others[column].length < crewMax ? { ...others, [column]: [...others[column], memberId] } : null;
}
