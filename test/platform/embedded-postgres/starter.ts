/** A program of its own, so that a test can kill it: starts the database, says so on one line, stops at SIGTERM. */
import { startEmbeddedPostgres } from '../../../src/platform/database/embedded-postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
try {
  const { url, note, stop } = await startEmbeddedPostgres({ dataDir });
  process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ url, note }));
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.log(JSON.stringify({ failure: error instanceof Error ? error.message : String(error) }));
}
