import type { Place } from './place.ts';

/** Where this device's reader was in a transcript when they left it; null where nothing is kept. */
export function keptPlace(transcriptId: string): Place | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(transcriptId)) ?? 'null');
    return isPlace(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepPlace(transcriptId: string, place: Place): void {
  try {
    localStorage.setItem(keyOf(transcriptId), JSON.stringify(place));
  } catch {
    // Storage may be forbidden: the place then holds for this visit.
  }
}

function keyOf(transcriptId: string): string {
  return `scribecast.place.${transcriptId}`;
}

function isPlace(kept: unknown): kept is Place {
  const { segmentId, position, start } = (kept ?? {}) as Partial<Record<keyof Place, unknown>>;
  return typeof segmentId === 'string' && typeof position === 'string' && typeof start === 'number';
}
