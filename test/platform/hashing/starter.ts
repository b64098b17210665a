/** A process that has something hashed: `node starter.ts stay | leave | cannot`. */
import { pino } from 'pino';
import { HashingChild } from '../../../src/platform/auth/hashing-child.ts';

const child = new HashingChild({ hashesAtOnce: 1, log: pino({ level: 'silent' }) });
const hash = (): Promise<unknown> => child.compute({ kind: 'hash', secret: 'secret' });
const mode = process.argv[2];

if (mode === 'cannot') {
  const { execPath } = process;
  process.execPath = '/nowhere/node';
  const refusal = await hash().catch(({ code }: { code: string }) => code);
  process.execPath = execPath;
  console.log(refusal, typeof (await hash()));
} else {
  await hash();
  console.log('hashed');
  if (mode === 'stay') setInterval(() => undefined, 60_000);
}
