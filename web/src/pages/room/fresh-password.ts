import { signal } from '@preact/signals';

/** A view password as its owner may see it once: right after it was set. */
interface FreshPassword {
  readonly transcriptId: string;
  readonly password: string;
}

const fresh = signal<FreshPassword | null>(null);

/** Keeps a password for the share panel of the room that is about to open; a reload forgets it. */
export function rememberFreshPassword(transcriptId: string, password: string): void {
  fresh.value = { transcriptId, password };
}

/** The password that was set in this visit, or null: the server never tells it again. */
export function freshPasswordOf(transcriptId: string): string | null {
  const known = fresh.value;
  return known?.transcriptId === transcriptId ? known.password : null;
}
