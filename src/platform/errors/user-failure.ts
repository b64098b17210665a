import type { Text } from '../text/text.ts';

/**
 * A failure that a user can expect and mend. Thrown, so that the unit of work rolls back, and turned into a
 * member of the mutation's result union at the border (platform/graphql/guard-schema.ts), where `message` is
 * written in the reader's language. Subclasses are GraphQL object types that implement UserError.
 */
export abstract class UserFailure extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
