/**
 * `npm run bench:typing`: what a key costs the writer in a room with 5,000 segments behind it, on a processor that
 * is throttled four times, while comments and a second writer's lines arrive. Beside it, in the same browser, a page
 * with nothing but a text field. Goals: key to paint p95 ≤ 16 ms, no task over 50 ms.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { buildProduct, Cleanup, startProduct } from '../product.ts';
import { measure, type Figures } from './figures.ts';
import { probe, type LongFrame } from './probe.ts';
import { furnishRoom, type LongRoom } from './room.ts';
import { createTypist } from './typist.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4248' },
    segments: { type: 'string', default: '5000' },
    /** How long is typed at 400 characters a minute. */
    seconds: { type: 'string', default: '60' },
    /** How many bursts of 200 characters. */
    bursts: { type: 'string', default: '10' },
    throttle: { type: 'string', default: '4' },
    width: { type: 'string', default: '1280' },
    'as-built': { type: 'boolean', default: false },
  },
});

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];
const outputDir = join(import.meta.dirname, '../output');
const cleanup = new Cleanup();
try {
  if (!existsSync(executablePath))
    throw new Error(`There is no Chromium at ${executablePath}: say CHROMIUM_PATH.`);
  if (!values['as-built']) buildProduct();
  const url = await startHouse();
  const browser = await chromium.launch({ executablePath, headless: true, args: chromiumFlags });
  cleanup.add(() => browser.close());
  const figures = [...(await typeInBareField(browser)), ...(await typeInRoom(browser, url))];
  report(figures);
} finally {
  await cleanup.run();
}

async function startHouse(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'scribecast-bench-typing-'));
  // As root the database runs under another account, which has to get in.
  chmodSync(dataDir, 0o755);
  cleanup.add(() => rmSync(dataDir, { recursive: true, force: true }));
  const env = { DATA_DIR: dataDir, DATABASE_URL: '' };
  const product = await startProduct({ port: Number(values.port), env });
  cleanup.add(() => product.stop());
  return product.url;
}

/** The reference: what the browser itself takes for a key, with nothing of ours about it. */
async function typeInBareField(browser: Browser): Promise<readonly Figures[]> {
  const page = await newPage(browser);
  await page.setContent(`<textarea rows="4" cols="60" style="font-size: 18px"></textarea>`);
  await page.evaluate(`document.querySelector('textarea').addEventListener('keydown', (event) => {
    if (event.key === 'Enter') { event.preventDefault(); event.currentTarget.value = ''; }
  })`);
  await page.locator('textarea').focus();
  const figures = await typeAll(page, 'bare text field');
  await page.context().close();
  return figures;
}

async function typeInRoom(browser: Browser, url: string): Promise<readonly Figures[]> {
  const page = await newPage(browser);
  const wanted = Number(values.segments);
  const room = await furnishRoom(url, { context: page.context(), segments: wanted });
  await page.goto(`${url}/transcribe/${room.id}`);
  await page.locator('.segment-log p.segment').first().waitFor();
  await loadAll(page, wanted);
  // To the end of the text, and the keys to the line being typed.
  await page.locator('.live-line textarea').focus();
  await page.evaluate(`scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })`);
  const others = bustle(room);
  // What others do must not outlive the house, whatever happens to the typing.
  const figures = await typeAll(page, `room of ${wanted} segments`).finally(others.stop);
  await page.locator('.save-lamp[data-kind=live]').waitFor();
  return figures;
}

async function newPage(browser: Browser): Promise<Page> {
  const viewport = { width: Number(values.width), height: 800 };
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.addInitScript(probe);
  return page;
}

/** Brings the whole text onto the page, as somebody does who looked something up at its beginning. */
async function loadAll(page: Page, wanted: number): Promise<void> {
  const lines = page.locator('.segment-log p.segment');
  for (let before = await lines.count(); before < wanted; before = await lines.count()) {
    await page.evaluate(`document.querySelector('.room-log > button').click()`);
    await lines.nth(before).waitFor({ state: 'attached' });
  }
}

/** What goes on in the room meanwhile: a comment each second, a line of the second writer every two. */
function bustle({ comment, lineOfTheOther }: LongRoom): { readonly stop: () => Promise<void> } {
  const life = { n: 0, last: Promise.resolve() };
  const timer = setInterval(() => {
    const n = (life.n += 1);
    life.last = life.last.then(() => comment(n)).then(() => (n % 2 === 0 ? lineOfTheOther(n) : undefined));
  }, 1_000);
  return {
    stop: () => {
      clearInterval(timer);
      return life.last;
    },
  };
}

/** First at the pace of a good typist, then in strokes and in storms as steno software makes them. */
async function typeAll(page: Page, where: string): Promise<readonly Figures[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: Number(values.throttle) });
  // The probe of a page that was put there by a script has not run.
  await page.evaluate(`'takeNotes' in window || ${probe}`);
  const { atPace, stroke, storm } = createTypist(devtools);
  const measured = { page, devtools };
  const pace = { perMinute: 400, seconds: Number(values.seconds) };
  const figures = [
    await measure({ ...measured, title: `${where}: 400 keys a minute` }, () => atPace(pace)),
    await measure({ ...measured, title: `${where}: 200 characters at once` }, () =>
      again(devtools, () => stroke(200)),
    ),
    await measure({ ...measured, title: `${where}: 261 keys at once` }, () =>
      again(devtools, () => storm(200, 60)),
    ),
  ];
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return figures;
}

/** Burst after burst, each when the page has dealt with the last: what counts is a burst, not how they pile up. */
async function again(devtools: CDPSession, burst: () => Promise<number>): Promise<number> {
  let keys = 0;
  for (let n = 0; n < Number(values.bursts); n += 1) {
    keys += await burst();
    const expression = 'new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 1_000)))';
    await devtools.send('Runtime.evaluate', { expression, awaitPromise: true });
  }
  return keys;
}

function report(figures: readonly Figures[]): void {
  const head = ['typing', 'keys', 'key→paint p50', 'p95', 'max', 'work p50', 'p95', 'Event Timing p95'];
  const costs = ['tasks > 50', 'longest', 'CPU/key', 'tasks > 50 CPU', 'longest', 'script/key', 'style/key'];
  const columns = [...head, ...costs, 'layout/key', 'heap MiB'];
  console.log(`| ${columns.join(' | ')} |\n|---|${'--:|'.repeat(columns.length - 1)}`);
  for (const row of figures) console.log(`| ${cells(row).join(' | ')} |`);
  console.log(
    `\nMilliseconds, processor throttled ${values.throttle} times, load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors.` +
      ' "work" leaves out the wait for the next frame; from "CPU" on it is processor time, which a busy machine does not lengthen.',
  );
  judge(figures.slice(-3) as [Figures, Figures, Figures]);
  for (const { title, longFrames } of figures.slice(-3))
    for (const frame of longFrames.slice(0, 3)) console.log(`- ${title}: ${inWords(frame)}`);
  mkdirSync(outputDir, { recursive: true });
  writeFileSync(join(outputDir, 'typing.json'), JSON.stringify(figures, null, 1));
}

/** Keys that come all at once wait for each other, in an empty field as well: they are there to be compared only. */
function judge([paced, strokes]: readonly [Figures, Figures, Figures]): void {
  const p95 = Math.max(paced.toPaint.p95, strokes.toPaint.p95);
  const longest = Math.max(0, ...paced.longTasks, ...strokes.longTasks);
  const cpu = Math.max(paced.processor.longest, strokes.processor.longest);
  console.log(`key to paint p95 ≤ 16 ms: ${p95 <= 16 ? 'met' : `**not met** (${p95.toFixed(1)} ms)`}`);
  console.log(
    `no task over 50 ms: ${longest <= 50 ? 'met' : `**not met** (${longest.toFixed(0)} ms; ${cpu.toFixed(0)} ms of processor time)`}`,
  );
}

function cells(row: Figures): readonly string[] {
  const ms = (value: number): string => value.toFixed(1);
  const { toPaint, work, processor, perKey } = row;
  return [
    row.title,
    String(row.keys),
    ...[toPaint.p50, toPaint.p95, toPaint.max, work.p50, work.p95].map(ms),
    row.eventTimingP95 === null ? '< 16' : String(row.eventTimingP95),
    String(row.longTasks.length),
    ms(Math.max(0, ...row.longTasks)),
    ms(processor.perKey),
    String(processor.over50),
    ms(processor.longest),
    ...[perKey.script, perKey.style, perKey.layout].map((value) => value.toFixed(2)),
    `${row.heapGrowthMiB >= 0 ? '+' : ''}${row.heapGrowthMiB.toFixed(1)}`,
  ];
}

function inWords({ duration, styleAndLayout, scripts }: LongFrame): string {
  const culprits = scripts.length === 0 ? 'no script' : scripts.join('; ');
  return `a frame of ${duration.toFixed(0)} ms, style and layout ${styleAndLayout.toFixed(0)} ms; ${culprits}`;
}
