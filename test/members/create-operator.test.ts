import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { setupLinkIfNeeded } from '../../src/features/members/index.ts';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.ts';
import { startWorld } from '../support/world.ts';
import { act } from './acts.ts';

const world = await startWorld();
const password = 'gate-lamp-river';
const onTheWorld = { DATABASE_URL: world.app.house.config.databaseUrl ?? '' };

interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command as npm does; the password goes in as a shell would send it. */
async function run(options: readonly string[], env: object, input = `${password}\n`): Promise<Ran> {
  const child = spawn(process.execPath, ['dist/src/commands/create-operator.js', ...options], {
    env: { PATH: process.env['PATH'], LC_ALL: 'en_US.UTF-8', ...env },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, output, errors };
}

const named = (username: string): readonly string[] => ['--username', username, '--password-stdin'];

test('the command makes an operator of a running house, who logs in, and the setup link ends', async () => {
  const link = await setupLinkIfNeeded(world.system());
  const ran = await run([...named('keeper'), '--display-name', 'The Keeper'], onTheWorld);
  expect(ran).toEqual({ code: 0, errors: '', output: expect.stringContaining('“keeper”') });
  const visitor = world.visitor();
  expect(await act(visitor, 'logIn', { username: 'keeper', password })).toMatchObject({
    member: { role: 'OPERATOR', displayName: 'The Keeper' },
  });
  expect(await visitor.data('{ me { cardPoints { balance } } memberAccounts { totalCount } }')).toMatchObject(
    {
      me: { cardPoints: { balance: 60 } },
    },
  );
  const token = link?.split('#token=')[1];
  const late = { username: 'late', password, displayName: 'Late', token };
  expect(await act(world.visitor(), 'setUpOperator', late)).toMatchObject({ __typename: 'InvalidToken' });
});

test.each([
  { fault: 'a weak password', options: named('weak'), input: 'password1', code: 1, message: 'most common' },
  { fault: 'a bad name', options: named('a b'), input: password, code: 1, message: 'username' },
  { fault: 'no name', options: ['--password-stdin'], input: password, code: 2, message: 'Usage' },
  {
    fault: 'a password on the command line',
    options: [...named('x'), '--password', password],
    input: password,
    code: 2,
    message: 'Usage',
  },
])('$fault ends it with a plain message and an exit code', async ({ options, input, code, message }) => {
  expectPlain(await run(options, onTheWorld, input), { code, message });
});

test('a taken name ends it with a plain message and an exit code', async () => {
  const { username } = await world.member('Taken');
  expectPlain(await run(named(username.toUpperCase()), onTheWorld), { code: 1, message: 'taken' });
});

function expectPlain(ran: Ran, { code, message }: { readonly code: number; readonly message: string }): void {
  expect(ran).toEqual({ code, output: '', errors: expect.stringContaining(message) });
  expect(ran.errors).not.toMatch(/\bat .*\.js:|node_modules/);
}

test('it works beside a product that runs on its embedded database, and leaves that running', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'scribecast-test-'));
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir });
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    const ran = await run(named('keeper'), { DATA_DIR: dataDir });
    expect(ran).toEqual({ code: 0, errors: '', output: expect.stringContaining('“keeper”') });
    await client.connect();
    const { rows } = await client.query('select username, role from members');
    expect(rows).toEqual([{ username: 'keeper', role: 'OPERATOR' }]);
  } finally {
    await client.end();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
