import type { Context } from '../context.ts';
import type { Text } from '../text/text.ts';
import type { JobTurn } from './job-turn.ts';

/** Work that is due again and again, on one node at a time. Running it twice must change nothing. */
export interface RecurringJob {
  readonly name: string;
  /** What operators call it; its name where there is none. */
  readonly title?: Text;
  /** Whole seconds, at least one. */
  readonly everyMs: number;
  /** Does it; the turn is absent where it is run by hand, in a test or from a command. */
  readonly run: (ctx: Context, turn?: JobTurn) => Promise<void>;
}
