import type { Browser, CDPSession, Page } from 'playwright-core';
import type { LongFrame, Notes } from './probe.ts';

interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** What typing came to, in milliseconds. */
export interface Figures {
  readonly title: string;
  readonly keys: number;
  readonly toPaint: Spread;
  readonly work: Spread;
  /** Null: below 16 ms, where the API tells nothing. */
  readonly eventTimingP95: number | null;
  /** Over 50 ms by the clock, as a person feels them; a busy machine makes them longer. */
  readonly longTasks: readonly number[];
  /** The page's own tasks by the processor time that they took: what else the machine does is not in it. */
  readonly processor: { readonly perKey: number; readonly longest: number; readonly over50: number };
  /** The longest first. */
  readonly longFrames: readonly LongFrame[];
  /** Processor time. */
  readonly perKey: { readonly script: number; readonly style: number; readonly layout: number };
  readonly heapGrowthMiB: number;
}

interface Measured {
  readonly page: Page;
  /** With `Performance` enabled in the time of the thread. */
  readonly devtools: CDPSession;
  readonly title: string;
}

/** Types, and says what that cost the page. */
export async function measure(
  { page, devtools, title }: Measured,
  type: () => Promise<number>,
): Promise<Figures> {
  await takeNotes(page);
  const before = await metrics(devtools);
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: [taskCategory] });
  const keys = await type();
  const notes = await takeNotes(page);
  const tasks = await tasksOf(browser);
  const after = await metrics(devtools);
  const perKey = (name: string): number => (((after[name] ?? 0) - (before[name] ?? 0)) * 1_000) / keys;
  const slow = notes.slowEvents.toSorted((a, b) => b - a);
  return {
    title,
    keys,
    toPaint: spread(notes.keys.map(({ toPaint }) => toPaint)),
    work: spread(notes.keys.map(({ work }) => work)),
    eventTimingP95: slow[Math.floor(keys * 0.05)] ?? null,
    longTasks: notes.longTasks,
    processor: {
      perKey: tasks.reduce((sum, ms) => sum + ms, 0) / keys,
      longest: Math.max(0, ...tasks),
      over50: tasks.filter((ms) => ms > 50).length,
    },
    longFrames: notes.longFrames.toSorted((a, b) => b.duration - a.duration),
    perKey: {
      script: perKey('ScriptDuration'),
      style: perKey('RecalcStyleDuration'),
      layout: perKey('LayoutDuration'),
    },
    heapGrowthMiB: ((after['JSHeapUsedSize'] ?? 0) - (before['JSHeapUsedSize'] ?? 0)) / 1_048_576,
  };
}

const taskCategory = 'disabled-by-default-devtools.timeline';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** How long each task of the page's thread kept the processor, in milliseconds. */
async function tasksOf(browser: Browser): Promise<readonly number[]> {
  const traceEvents = eventsIn(await browser.stopTracing());
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  return traceEvents
    .filter((event) => event.name === 'RunTask' && pages.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1_000);
}

/** The events that are looked for, one a line in the trace, which as a whole is more than a text can hold. */
function eventsIn(trace: Buffer): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  for (let start = 0; start < trace.length;) {
    const end = trace.indexOf(newLine, start);
    const line = trace.subarray(start, end < 0 ? trace.length : end);
    start = end < 0 ? trace.length : end + 1;
    if (!line.includes('"RunTask"') && !line.includes('"thread_name"')) continue;
    events.push(JSON.parse(line.toString().replace(/[,\]\s]*$/, '')) as TraceEvent);
  }
  return events;
}

const newLine = 10;

/** Observers report in their own time: two frames later everything has been said. */
const takeNotes = (page: Page): Promise<Notes> =>
  page.evaluate<Notes>(`new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(takeNotes()), 300)));
  })`);

async function metrics(devtools: CDPSession): Promise<Readonly<Record<string, number>>> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics: named } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(named.map(({ name, value }) => [name, value]));
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? NaN };
}
