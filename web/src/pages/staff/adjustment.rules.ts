/** A whole number with its sign, as people type it: 50, +50, -50 or −50; undefined for anything else. */
export function signedNumber(text: string): number | undefined {
  const digits = /^([+\-−]?)([0-9]{1,9})$/.exec(text.trim());
  if (digits === null) return undefined;
  const points = Number(digits[2]);
  return digits[1] === '' || digits[1] === '+' ? points : -points;
}
