import { expect, test } from '@jest/globals';
import { startupFailure } from './startup-failure.ts';

const told = (said: string): string => startupFailure(said, '/srv/scribecast/data').message;
const usualTalk =
  'selecting dynamic shared memory implementation ... posix\ncreating configuration files ... ok\n';

test.each([
  [
    'FATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device',
    /disk that holds \/srv\/scribecast\/data is full\. Free some space/,
  ],
  [
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 10',
    /is full\. Free some/,
  ],
  [
    'FATAL:  could not resize shared memory segment "/PostgreSQL.1" to 1 bytes: No space left on device',
    /not enough memory/,
  ],
  ["ENOSPC: no space left on device, copyfile '/a' -> '/b'", /is full\. Free some space/],
  ["EACCES: permission denied, mkdir '/srv/scribecast/data'", /system forbids.*Make the folder writable/],
  ["EROFS: read-only file system, mkdir '/srv/scribecast/data'", /is read-only\. Choose a data folder/],
  ['initdb: error while loading shared libraries: libpq.so.5: cannot open', /does not run on this system/],
  [
    'initdb: could not look up effective user ID 54321: user does not exist',
    /Add the number to \/etc\/passwd/,
  ],
])('%s is said in plain words, with what to do', (said, plain) => {
  const message = told(`${usualTalk}${said}\nchild process exited with exit code 1\n`);
  expect(message).toMatch(plain);
  expect(message).toContain('set DATABASE_URL');
  expect(message).toContain(`Detail: ${said}`);
  expect(message).not.toContain('selecting dynamic');
});

test('what nobody foresaw is passed on with the place of the log', () => {
  expect(told(`${usualTalk}PANIC:  the moon is full`)).toMatch(
    /Read start\.log.*Detail: PANIC: {2}the moon is full$/,
  );
});
