import { standardSettings, type ExpanderSettings } from './expander.ts';

/** How one person types on one device. */
export interface BriefSettings extends ExpanderSettings {
  /** Whether codes expand as they are typed at all. */
  readonly isOn: boolean;
  /** Whether terms are suggested above the line. */
  readonly hasStrip: boolean;
  /** Where a brief went that was made in the room last: the next one is offered the same place. */
  readonly keepsIn: 'event' | 'own';
}

export const firstSettings: BriefSettings = {
  ...standardSettings,
  isOn: true,
  hasStrip: false,
  keepsIn: 'event',
};

const storageKey = 'scribecast.briefs';

/** The settings of this device; what is missing or not understood is as at first. */
export function readSettings(storage: Pick<Storage, 'getItem'>): BriefSettings {
  try {
    const stored = JSON.parse(storage.getItem(storageKey) ?? '{}') as Readonly<Record<string, unknown>>;
    const known = Object.entries(firstSettings).filter(([name, first]) => {
      const value = stored[name];
      return typeof value === typeof first && isAllowed(name, value);
    });
    return { ...firstSettings, ...Object.fromEntries(known.map(([name]) => [name, stored[name]])) };
  } catch {
    return firstSettings;
  }
}

function isAllowed(name: string, value: unknown): boolean {
  if (name === 'space') return ['auto', 'keep', 'swallow'].includes(String(value));
  if (name === 'keepsIn') return ['event', 'own'].includes(String(value));
  if (name === 'letterCase') return ['follow', 'exact'].includes(String(value));
  return name !== 'trigger' || String(value).length <= 1;
}

/** Keeps the settings on this device; where storage is forbidden they hold for this visit. */
export function keepSettings(storage: Pick<Storage, 'setItem'>, settings: BriefSettings): void {
  try {
    storage.setItem(storageKey, JSON.stringify(settings));
  } catch {
    // They hold for this visit.
  }
}
