/** What a transport tells the bus that uses it. */
export interface TransportListeners {
  /** Another node published this text. In the order in which that node published, per channel. */
  readonly message: (channel: string, text: string) => void;
  /** Messages of other nodes may have been lost, in this channel or (null) in any; see Bus.onDoubt. */
  readonly doubt: (channel: string | null) => void;
}

/**
 * Carries texts to the other nodes of the house, not to this one. It may lose them, and then says so by `doubt`;
 * it never holds up who sends, and what waits in it is bounded.
 */
export interface Transport {
  /** Called once, before anything else. */
  start(listeners: TransportListeners): void;
  send(channel: string, text: string): void;
  /** From now on messages of this channel are wanted here; `doubt` of it follows once they surely come. */
  want(channel: string): void;
  unwant(channel: string): void;
  close(): Promise<void>;
}

/** What is longer is not sent: the others are told to look at the database instead. In UTF-16 units. */
export const messageLengthMax = 256 * 1_024;
