import { describe, expect, test } from '@jest/globals';
import { readConfig } from './config.ts';

describe('configuration', () => {
  test('stands on defaults when nothing is set', () => {
    const config = readConfig({}, '/srv/app');
    expect(config.port).toBe(4000);
    expect(config.dataDir).toBe('/srv/app/data');
    expect(config.points.welcomeGift).toBe(60);
  });

  test('names every fault in one error', () => {
    const env = { PORT: '99999', WELCOME_POINTS: '1.5', BANK_TRANSFER: 'perhaps', PUBLIC_URL: 'example.org' };
    const read = (): unknown => readConfig(env, '/srv/app');
    expect(read).toThrow(/4 fault\(s\)/);
    for (const name of Object.keys(env)) expect(read).toThrow(new RegExp(name));
  });

  test('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}, '/srv/app'))).toBe(true);
  });
});
