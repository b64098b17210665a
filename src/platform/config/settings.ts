type Environment = Readonly<Record<string, string | undefined>>;

/** Reads named settings; a fault is noted, and all faults are told together. */
export interface SettingReader {
  optional(name: string): string | null;
  text(name: string, fallback: string): string;
  flag(name: string, fallback: boolean): boolean;
  list(name: string): readonly string[];
  /** An address with one of these schemes; http and https unless told otherwise. */
  url(name: string, schemes?: readonly string[]): string | null;
  integer(name: string, fallback: number, bounds: { readonly min: number; readonly max: number }): number;
}

/** Runs `build` over the environment; throws one Error that lists every setting at fault and what it should be. */
export function readSettings<T>(env: Environment, build: (read: SettingReader) => T): T {
  const faults: string[] = [];
  const built = build(settingReader(env, faults));
  if (faults.length > 0) {
    throw new Error(
      `The configuration has ${faults.length} fault(s):\n${faults.map((f) => `  - ${f}`).join('\n')}`,
    );
  }
  return built;
}

function settingReader(env: Environment, faults: string[]): SettingReader {
  const optional = (name: string): string | null => env[name]?.trim() || null;
  return {
    optional,
    text: (name, fallback) => optional(name) ?? fallback,
    list: (name) => (optional(name) ?? '').split(',').flatMap((item) => item.trim() || []),
    flag(name, fallback) {
      const value = optional(name)?.toLowerCase();
      if (value === undefined) return fallback;
      if (['1', 'true', 'on', 'yes'].includes(value)) return true;
      if (['0', 'false', 'off', 'no'].includes(value)) return false;
      faults.push(`${name} is "${value}"; say on or off`);
      return fallback;
    },
    url(name, schemes = ['http', 'https']) {
      const value = optional(name);
      const [scheme = '', rest] = value?.split('://') ?? [];
      // The value itself may hold a password, so it is not repeated.
      if (value !== null && (rest === undefined || !schemes.includes(scheme)))
        faults.push(`${name} must begin with ${schemes.map((each) => `${each}://`).join(' or ')}`);
      return value;
    },
    integer(name, fallback, { min, max }) {
      const value = optional(name);
      if (value === null) return fallback;
      const number = Number(value);
      if (/^\d+$/.test(value) && number >= min && number <= max) return number;
      faults.push(`${name} is "${value}"; it must be a whole number from ${min} to ${max}`);
      return fallback;
    },
  };
}
