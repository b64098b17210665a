import { openHouse } from '../app.ts';
import { brokenInvariants } from '../features/ledger/index.ts';
import { loadConfig } from '../platform/config/config.ts';
import { systemContext } from '../platform/context.ts';
import { runningEmbeddedPostgresUrl } from '../platform/database/embedded-postgres.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { inLocale, localeFromHeader, type Text } from '../platform/text/text.ts';

const locale = localeFromHeader(Intl.DateTimeFormat().resolvedOptions().locale);
const say = (text: Text): void => console.log(inLocale(text, locale));

/** Asks every invariant of the ledger, the hash chain among them, and names each row that breaks one; 1 if any does. */
async function main(): Promise<number> {
  const config = loadConfig(process.cwd());
  // The product may be running on its own PostgreSQL; then this works beside it.
  const databaseUrl = config.databaseUrl ?? (await runningEmbeddedPostgresUrl({ dataDir: config.dataDir }));
  const { house, close } = await openHouse({
    config: { ...config, databaseUrl },
    log: createLogger('error'),
  });
  try {
    const broken = await brokenInvariants(systemContext(house));
    for (const { invariant, row } of broken) console.log(`${invariant} ${JSON.stringify(row)}`);
    if (broken.length === 0)
      say({
        zh: '账目完整：所有不变式成立，哈希链无误。',
        en: 'The books add up: every invariant holds, and so does the hash chain.',
      });
    else
      say({
        zh: `账目有误：上面 ${broken.length} 行。`,
        en: `The books do not add up: ${broken.length} rows above.`,
      });
    return broken.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

process.exitCode = await main();
