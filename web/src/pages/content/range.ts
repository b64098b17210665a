/** The ids from one to the other, both included, whichever stands first; the target alone where one is not listed. */
export function rangeBetween(
  ids: readonly string[],
  ends: { readonly from: string; readonly to: string },
): readonly string[] {
  const from = ids.indexOf(ends.from);
  const to = ids.indexOf(ends.to);
  if (from === -1 || to === -1) return [ends.to];
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1);
}
