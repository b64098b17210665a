import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { securityHeaders } from '../../src/platform/http/security-headers.ts';
import { addWebPages } from '../../src/platform/http/web-pages.ts';
import { readConfig } from '../../src/platform/config/config.ts';

const webDir = mkdtempSync(path.join(tmpdir(), 'scribecast-web-'));
const app: FastifyInstance = fastify();

beforeAll(async () => {
  const html = (script: string) =>
    `<html><head><style>p{}</style><script>${script}</script><script type="module" src="/x.js"></script></head></html>`;
  writeFileSync(path.join(webDir, 'app.html'), html('first()'));
  writeFileSync(path.join(webDir, 'reader.html'), html('other()'));
  await securityHeaders(app, readConfig({}, webDir));
  await addWebPages(app, { webDir, framersOf: () => Promise.resolve([]) });
});
afterAll(async () => {
  await app.close();
  rmSync(webDir, { recursive: true, force: true });
});

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function rulesOf(url: string): Promise<readonly string[]> {
  const { headers } = await app.inject({ url, headers: { accept: 'text/html' } });
  return String(headers['content-security-policy']).split(';');
}

test.each([
  ['/', 'first()'],
  ['/r/CODE', 'other()'],
  ['/some/page', 'first()'],
])('what was built into %s may run there, and nothing else may', async (url, script) => {
  const rules = await rulesOf(url);
  expect(rules).toContain(`script-src 'self' ${hashOf(script)}`);
  expect(rules).toContain(`style-src 'self' ${hashOf('p{}')}`);
});

test('an address that is no page allows nothing inline', async () => {
  expect(await rulesOf('/nothing.js')).toContain("script-src 'self'");
});
