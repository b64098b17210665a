/** The most points that one movement may have: what fits the contract's Int. */
export const pointsMax = 2_147_483_647;

/** Throws RangeError unless it is a whole number of points that can move. */
export function requirePoints(points: number): void {
  if (Number.isSafeInteger(points) && points >= 1 && points <= pointsMax) return;
  throw new RangeError(`${points} points cannot move: it takes a whole number from 1 to ${pointsMax}.`);
}

/** The longest name of a posting, in UTF-16 units. */
export const nameMax = 200;

/** Throws RangeError unless a posting can be called that. */
export function requireName(name: string): void {
  if (name.length >= 1 && name.length <= nameMax) return;
  throw new RangeError(`A posting's name has 1 to ${nameMax} characters, not ${name.length}.`);
}
