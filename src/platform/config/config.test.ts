import { describe, expect, test } from '@jest/globals';
import { loadConfig, readConfig } from './config.ts';

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

  test('keeps the password in an address out of the fault it names', () => {
    const read = (): unknown => readConfig({ EVENTS_URL: 'http://user:hush@redis' }, '/srv/app');
    expect(read).toThrow(/EVENTS_URL must begin with redis:\/\/ or rediss:\/\//);
    expect(read).not.toThrow(/hush/);
  });

  test('takes the number of workers from the command line, and nothing that it does not know', () => {
    expect(loadConfig('/srv/app', ['--workers', '3']).workers).toBe(3);
    expect(() => loadConfig('/srv/app', ['--workers', 'many'])).toThrow(/WORKERS is "many"/);
    expect(() => loadConfig('/srv/app', ['--wrokers', '3'])).toThrow(/--wrokers/);
  });

  test('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}, '/srv/app'))).toBe(true);
  });
});
