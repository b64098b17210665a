const dayMs = 86_400_000;

/** Whole days until then, a begun one counted; 0 when it is past. */
export function daysLeft(iso: string, nowMs: number): number {
  return Math.max(0, Math.ceil((Date.parse(iso) - nowMs) / dayMs));
}
