import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { openHouse } from '../app.ts';
import { createOperator, type Registration } from '../features/members/index.ts';
import { loadConfig } from '../platform/config/config.ts';
import { systemContext } from '../platform/context.ts';
import { runningEmbeddedPostgresUrl } from '../platform/database/embedded-postgres.ts';
import { UserFailure } from '../platform/errors/user-failure.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { inLocale, localeFromHeader, type Text } from '../platform/text/text.ts';

const locale = localeFromHeader(Intl.DateTimeFormat().resolvedOptions().locale);

const usage = {
  zh: '用法：npm run operator:create -- --username 用户名 --password-stdin [--display-name 昵称]\n密码从标准输入读取，如：printf %s "$PASSWORD" | npm run operator:create -- --username lin --password-stdin',
  en: 'Usage: npm run operator:create -- --username NAME --password-stdin [--display-name NAME]\nThe password is read from standard input: printf %s "$PASSWORD" | npm run operator:create -- --username lin --password-stdin',
};

/** The command line was not understood. */
class UsageFault extends Error {}

async function main(): Promise<Text> {
  const registration = await readRegistration();
  const config = loadConfig(process.cwd());
  // The product may be running on its own PostgreSQL; then this works beside it.
  const databaseUrl = config.databaseUrl ?? (await runningEmbeddedPostgresUrl({ dataDir: config.dataDir }));
  const { house, close } = await openHouse({
    config: { ...config, databaseUrl },
    log: createLogger('error'),
  });
  try {
    const { username } = await createOperator({ ...systemContext(house), locale }, registration);
    return {
      zh: `已创建管理员“${username}”，现在即可登录。`,
      en: `The operator “${username}” was created and can log in now.`,
    };
  } finally {
    await close();
  }
}

async function readRegistration(): Promise<Registration> {
  const values = readOptions();
  const username = values.username ?? '';
  if (username === '' || values['password-stdin'] !== true) throw new UsageFault(inLocale(usage, locale));
  // A trailing line break is the shell's, not the password's.
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  return { username, password, displayName: values['display-name'] ?? username };
}

function readOptions(): {
  readonly username?: string;
  readonly 'password-stdin'?: boolean;
  readonly 'display-name'?: string;
} {
  try {
    const options = {
      username: { type: 'string' },
      'password-stdin': { type: 'boolean' },
      'display-name': { type: 'string' },
    } as const;
    return parseArgs({ args: process.argv.slice(2), options, strict: true }).values;
  } catch {
    throw new UsageFault(inLocale(usage, locale));
  }
}

try {
  console.log(inLocale(await main(), locale));
} catch (error) {
  if (error instanceof UserFailure) console.error(inLocale(error.text, locale));
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageFault ? 2 : 1;
}
