/** The expected failures that a form can show: members of a result union that implement UserError. */
export interface FormProblem {
  readonly __typename: string;
  readonly message?: string;
  readonly field?: string;
  readonly retryAfterSeconds?: number;
  readonly attemptsLeft?: number;
}

/**
 * The message beside the field that it names; `input.password` and `password` name the same one.
 * @example error={fieldError(problem.value, 'password')}
 */
export function fieldError(problem: FormProblem | undefined, field: string): string | undefined {
  return problem !== undefined && fieldOf(problem) === field ? problem.message : undefined;
}

/** The message for the form as a whole: what names none of the form's own fields. */
export function formError(problem: FormProblem | undefined, fields: readonly string[]): string | undefined {
  if (problem === undefined) return undefined;
  const field = fieldOf(problem);
  return field !== undefined && fields.includes(field) ? undefined : problem.message;
}

function fieldOf({ field }: FormProblem): string | undefined {
  return field?.split('.').at(-1);
}
