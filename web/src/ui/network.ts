import { signal, type ReadonlySignal } from '@preact/signals';

const online = signal(globalThis.navigator?.onLine ?? true);
globalThis.addEventListener?.('online', () => (online.value = true));
globalThis.addEventListener?.('offline', () => (online.value = false));

/** What the browser says of the network: false is certain, true is a guess. */
export const isOnline: ReadonlySignal<boolean> = online;

const minute = signal(Date.now());
setInterval(() => (minute.value = Date.now()), 1_000);

/** The time of day, every second: for texts that age while they are looked at. */
export const nowMs: ReadonlySignal<number> = minute;
