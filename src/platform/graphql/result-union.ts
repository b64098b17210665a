import { createUnionType, type ClassType } from 'type-graphql';
import { UserFailure } from '../errors/user-failure.ts';

/**
 * The result of a mutation: its success, or one of the failures that its user can expect. The service throws the
 * failures; see UserFailure.
 *
 * @example
 * const LogInResult = resultUnion('LogInResult', LogInSuccess, [WrongCredentials, TooManyAttempts]);
 */
export function resultUnion<Success extends object>(
  name: string,
  success: ClassType<Success>,
  failures: readonly ClassType<UserFailure>[],
): Success {
  return createUnionType({
    name,
    description: `What ${name.replace(/Result$/, '')} can answer.`,
    types: () => [success, ...failures] as const,
    // A success is a plain object; a failure is told by its class, or once it is on its way, by its name.
    resolveType: (value: object) => {
      if (value instanceof UserFailure) return failures.find((failure) => value instanceof failure);
      return '__typename' in value ? String(value.__typename) : success;
    },
  }) as Success;
}
