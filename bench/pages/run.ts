/**
 * `npm run bench:pages`: Lighthouse on the home page and on the reader of a live room, as a phone and as a desktop,
 * the median of three. Goals: performance ≥ 98, accessibility 100. Whatever falls short is named.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { furnish, type House } from '../house.ts';
import { spread } from '../load.ts';
import { buildProduct, Cleanup, startProduct } from '../product.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4247' },
    runs: { type: 'string', default: '3' },
    'as-built': { type: 'boolean', default: false },
  },
});

const goals = { performance: 98, accessibility: 100 } as const;
type Category = keyof typeof goals;

const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
/** Quiet: the browser fetches nothing of its own while a page is measured. */
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Audit {
  readonly score: number | null;
  readonly displayValue?: string;
  readonly details?: { readonly items?: readonly Item[] };
}
interface Report {
  readonly categories: Readonly<
    Record<
      Category,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}
interface Page {
  setCookie(cookie: { name: string; value: string; url: string }): Promise<void>;
}
interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Tools {
  readonly launch: (options: object) => Promise<Browser>;
  readonly lighthouse: (
    url: string,
    flags: object,
    ...rest: readonly [config: object | undefined, page: Page]
  ) => Promise<{ readonly lhr: Report }>;
  readonly desktop: object;
}

interface Visit {
  readonly name: string;
  readonly url: string;
  readonly cookie: { readonly name: string; readonly value: string } | null;
}

const outputDir = join(import.meta.dirname, '../output');
const cleanup = new Cleanup();
try {
  if (!existsSync(chromium)) throw new Error(`There is no Chromium at ${chromium}: say CHROMIUM_PATH.`);
  if (!values['as-built']) buildProduct();
  const tools = await loadTools();
  const url = await startHouse();
  const house = await furnish(url);
  mkdirSync(outputDir, { recursive: true });
  console.log(`| page | as | performance | accessibility | |\n|---|---|--:|--:|---|`);
  const shortcomings: string[] = [];
  for (const visit of visitsTo(url, house))
    for (const form of ['phone', 'desktop'] as const) shortcomings.push(...(await judge(tools, visit, form)));
  console.log(shortcomings.length === 0 ? '\nnothing falls short' : `\n${shortcomings.join('\n')}`);
} finally {
  await cleanup.run();
}

/** Installs Lighthouse in the temporary directory, by the lock file beside this, so that the project stays small. */
async function loadTools(): Promise<Tools> {
  const folder = join(tmpdir(), 'scribecast-lighthouse');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(join(import.meta.dirname, file), join(folder, file));
  const { status } = existsSync(join(folder, 'node_modules/lighthouse/package.json'))
    ? { status: 0 }
    : spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: folder,
        stdio: 'inherit',
      });
  if (status !== 0) throw new Error('Lighthouse could not be installed.');
  const installed = createRequire(join(folder, 'package.json'));
  const load = (name: string): Promise<Record<string, unknown>> =>
    import(pathToFileURL(installed.resolve(name)).href) as Promise<Record<string, unknown>>;
  const { default: lighthouse, desktopConfig } = await load('lighthouse');
  const { default: puppeteer } = await load('puppeteer-core');
  return {
    lighthouse: lighthouse as Tools['lighthouse'],
    desktop: desktopConfig as object,
    launch: (options) => (puppeteer as { launch: Tools['launch'] }).launch(options),
  };
}

async function startHouse(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'scribecast-bench-pages-'));
  // As root the database runs under another account, which has to get in.
  chmodSync(dataDir, 0o755);
  cleanup.add(() => rmSync(dataDir, { recursive: true, force: true }));
  const product = await startProduct({
    port: Number(values.port),
    env: { DATA_DIR: dataDir, DATABASE_URL: '' },
  });
  cleanup.add(() => product.stop());
  return product.url;
}

function visitsTo(url: string, { shareCode, guestToken }: House): readonly Visit[] {
  return [
    { name: 'home', url: `${url}/`, cookie: null },
    {
      name: 'reader',
      url: `${url}/r/${shareCode}`,
      cookie: { name: `scribecast_view_${shareCode}`, value: guestToken },
    },
  ];
}

/** Measures a page some times, each in a browser that has never been there; returns what falls short, in words. */
async function judge(tools: Tools, visit: Visit, form: 'phone' | 'desktop'): Promise<readonly string[]> {
  const reports: Report[] = [];
  for (let run = 0; run < Number(values.runs); run += 1) reports.push(await measure(tools, visit, form));
  const scores = (category: Category): number[] =>
    reports.map(({ categories }) => Math.round((categories[category].score ?? 0) * 100));
  const median = (category: Category): number => spread(scores(category)).medianMs;
  const short = (Object.keys(goals) as Category[]).filter((category) => median(category) < goals[category]);
  const shown = (category: Category): string => `${median(category)} (${scores(category).join(', ')})`;
  console.log(
    `| ${visit.name} | ${form} | ${shown('performance')} | ${shown('accessibility')} | ${short.length === 0 ? 'met' : '**not met**'} |`,
  );
  const last = reports.at(-1);
  writeFileSync(join(outputDir, `lighthouse-${visit.name}-${form}.json`), JSON.stringify(last, null, 1));
  return last
    ? short.flatMap((category) => namedIn(last, category).map((says) => `${visit.name}, ${form}: ${says}`))
    : [];
}

async function measure(tools: Tools, visit: Visit, form: 'phone' | 'desktop'): Promise<Report> {
  const browser = await tools.launch({ executablePath: chromium, headless: true, args: chromiumFlags });
  try {
    const page = await browser.newPage();
    if (visit.cookie) await page.setCookie({ ...visit.cookie, url: visit.url });
    const flags = { onlyCategories: Object.keys(goals), disableStorageReset: true, logLevel: 'error' };
    const { lhr } = await tools.lighthouse(
      visit.url,
      flags,
      form === 'desktop' ? tools.desktop : undefined,
      page,
    );
    return lhr;
  } finally {
    await browser.close();
  }
}

/** What Lighthouse holds against a page in a category, in its own words; what costs speed, with the culprits. */
function namedIn({ categories, audits }: Report, category: Category): readonly string[] {
  const culprits =
    category === 'performance' ? ['layout-shifts', 'render-blocking-insight', 'long-tasks'] : [];
  const weighty = categories[category].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id);
  return [...weighty, ...culprits].flatMap((id) => {
    const audit = audits[id];
    if (!audit || audit.score === null || (audit.score >= 0.995 && !culprits.includes(id))) return [];
    const items = (audit.details?.items ?? []).map(itemIn).filter((item) => item !== '');
    return [
      [`${id} ${audit.score.toFixed(2)}`, audit.displayValue ?? '', ...items].filter(Boolean).join('; '),
    ];
  });
}

interface Item {
  readonly url?: string;
  readonly node?: { readonly selector?: string };
  readonly score?: number;
  readonly wastedMs?: number;
  readonly duration?: number;
}

/** Which element or file it was, and what it cost. */
function itemIn(item: Item): string {
  const what = item.node?.selector ?? item.url;
  if (what === undefined) return '';
  const cost = [
    item.score === undefined ? null : item.score.toFixed(3),
    item.wastedMs === undefined ? null : `${item.wastedMs.toFixed(0)} ms wasted`,
    item.duration === undefined ? null : `${item.duration.toFixed(0)} ms`,
  ];
  return [what, ...cost.filter((part) => part !== null)].join(' ');
}
