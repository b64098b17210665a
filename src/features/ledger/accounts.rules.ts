/** Card points (卡点) are bought and spent by typing; reward points (积分) are earned and expire. Never mixed. */
export type Currency = 'CARD' | 'REWARD';

/** The house's own accounts, as the migrations make them: the other side of whatever members get and give. */
export const houseAccounts = {
  CARD: {
    /** Points that were bought or came with a card. */
    ISSUE_PAID: '019d0000-0000-7000-8001-000000000001',
    /** Points that were given. */
    ISSUE_GIFT: '019d0000-0000-7000-8001-000000000002',
    /** Where the points for minutes of live typing go. */
    USAGE_TRANSCRIPTION: '019d0000-0000-7000-8001-000000000003',
    EXPIRE: '019d0000-0000-7000-8001-000000000004',
    /** What was given back with its money. */
    REFUND: '019d0000-0000-7000-8001-000000000005',
    ADJUST: '019d0000-0000-7000-8001-000000000006',
    /** What points were exchanged for. */
    REDEEM: '019d0000-0000-7000-8001-000000000007',
  },
  REWARD: {
    ISSUE_EARN: '019d0000-0000-7000-8001-000000000011',
    REDEEM: '019d0000-0000-7000-8001-000000000012',
    EXPIRE: '019d0000-0000-7000-8001-000000000013',
    /** What was taken back because its cause was undone. */
    CLAWBACK: '019d0000-0000-7000-8001-000000000014',
    ADJUST: '019d0000-0000-7000-8001-000000000015',
  },
} as const;

/** A member's accounts: what they have, what is not to be had yet, what is set aside, what they owe. */
export type MemberAccountKind = 'CARD_POINTS' | 'REWARD_POINTS' | 'REWARD_POINTS_PENDING' | 'HOLD' | 'DEBT';

/** The account of a currency that members spend from. */
export const spendable = { CARD: 'CARD_POINTS', REWARD: 'REWARD_POINTS' } as const;

/** The accounts that a member has in a currency from the first movement on; HOLD comes with the first hold. */
export const standingAccounts: Readonly<Record<Currency, readonly MemberAccountKind[]>> = {
  CARD: ['CARD_POINTS', 'DEBT'],
  REWARD: ['REWARD_POINTS', 'REWARD_POINTS_PENDING', 'DEBT'],
};

/** What a member has and owes in one currency; neither is ever negative. */
export interface Balance {
  readonly balance: number;
  readonly debt: number;
}

export const nothing: Balance = { balance: 0, debt: 0 };

/** What a member has of reward points: to spend, not yet to be had, set aside, and owed. */
export interface RewardBalance extends Balance {
  readonly pending: number;
  readonly held: number;
}

export const noRewards: RewardBalance = { balance: 0, pending: 0, held: 0, debt: 0 };

/** In whose name the house's own acts are posted; who asked for them stands with the order or the card. */
export const houseActor = 'house';
