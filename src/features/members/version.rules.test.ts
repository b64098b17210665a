import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { version } from './version.rules.ts';

test('the version that the house tells is the one of package.json', async () => {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { readonly version: string };
  expect(version).toBe(manifest.version);
});
