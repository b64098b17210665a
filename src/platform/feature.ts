import type { EntitySchema } from '@mikro-orm/postgresql';
import type { NonEmptyArray } from 'type-graphql';
import type { House } from './context.ts';
import type { OrderedJob } from './jobs/ordered.ts';
import type { RecurringJob } from './jobs/recurring.ts';

/** What a feature gives to the house; the composition root puts them together. */
export interface Feature {
  readonly name: string;
  readonly entities: readonly EntitySchema[];
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql's own name for a resolver class
  readonly resolvers: NonEmptyArray<Function>;
  /** Takes its place as a listener to other features' news. */
  readonly listen?: (house: House) => void;
  readonly jobs?: readonly RecurringJob[];
  /** What its acts order to be done after them. */
  readonly orderedJobs?: readonly OrderedJob<never>[];
}
