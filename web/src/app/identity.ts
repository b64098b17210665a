interface Signed {
  readonly kind: string;
  readonly member?: { readonly id: string };
}

/** Whether a line to the server that was opened in the one state would speak for the wrong person in the other. */
export function isSomebodyElse(before: Signed, after: Signed): boolean {
  // A line opened before the first answer carries the same cookies as that question.
  if (before.kind === 'unknown' || before.kind === 'failed') return false;
  return before.member?.id !== after.member?.id;
}

/** Under whose id a browser keeps what somebody does here. */
export function memberId(now: Signed): string {
  return now.member?.id ?? 'nobody';
}
