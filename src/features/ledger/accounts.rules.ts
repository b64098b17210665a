/** The house's own accounts for card points, as the first migration makes them. */
export const houseAccounts = {
  /** The other side of points that were bought or came with a card. */
  ISSUE_PAID: '019d0000-0000-7000-8001-000000000001',
  /** The other side of points that were given. */
  ISSUE_GIFT: '019d0000-0000-7000-8001-000000000002',
  /** Where the points for minutes of live typing go. */
  USAGE_TRANSCRIPTION: '019d0000-0000-7000-8001-000000000003',
} as const;

/** What a member has and owes, in card points; neither is ever negative. */
export interface Balance {
  readonly balance: number;
  readonly debt: number;
}

export const nothing: Balance = { balance: 0, debt: 0 };
