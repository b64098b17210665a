/** What the peers' run prints, by title, target and column. */
export type Tables = ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>;

/** Reads the tables of the run's Markdown; each stands under its own title. */
export function readTables(markdown: string): Tables {
  const tables = new Map<string, Record<string, string>[]>();
  let title = '';
  let head: readonly string[] | null = null;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('### ')) [title, head] = [line.slice(4).split(' ')[0] ?? '', null];
    else if (!line.startsWith('|')) head = null;
    else if (head === null) head = cells(line);
    else if (!line.startsWith('|---')) addRow(tables, title, { head, line });
  }
  return tables;
}

const cells = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

function addRow(
  tables: Map<string, Record<string, string>[]>,
  title: string,
  { head, line }: { readonly head: readonly string[]; readonly line: string },
): void {
  const values = cells(line);
  const row = Object.fromEntries(head.map((name, i) => [name, values[i] ?? '']));
  tables.set(title, [...(tables.get(title) ?? []), row]);
}

const peerNames = ['yoga', 'mercurius', 'apollo-express', 'apollo-fastify', 'postgraphile'];

/** One line of the comparison. */
export interface Comparison {
  readonly work: string;
  readonly unit: string;
  readonly bestPeer: number | null;
  readonly limit: number | null;
  /** Null where the run could not measure it, which no goal allows. */
  readonly ours: number | null;
  readonly toPeer: number | null;
  readonly toLimit: number | null;
  readonly goal: string;
  /** Null where the run lacked what the goal is measured against. */
  readonly isMet: boolean | null;
}

interface Goal {
  readonly work: string;
  readonly column: string;
  readonly unit: string;
  readonly better: 'more' | 'less';
  readonly toPeer?: number;
  readonly toLimit?: number;
  readonly bound?: number;
}

const cpu = 'server CPU µs/msg';
const memory = 'RSS KiB/conn';

const goals: readonly Goal[] = [
  { work: 'Q1', column: 'req/s', unit: '/s', better: 'more', toPeer: 3, toLimit: 0.6 },
  { work: 'Q2', column: 'req/s', unit: '/s', better: 'more', toPeer: 2.5, toLimit: 0.6 },
  { work: 'M1', column: 'req/s', unit: '/s', better: 'more', toPeer: 1.2 },
  { work: 'S1', column: cpu, unit: 'µs a message', better: 'less', toLimit: 1.4 },
  { work: 'S1', column: 'p99 ms', unit: 'ms p99', better: 'less', bound: 100 },
  { work: 'S2', column: cpu, unit: 'µs a message', better: 'less', toLimit: 1.4 },
  { work: 'S2', column: 'p99 ms', unit: 'ms p99', better: 'less', bound: 100 },
  { work: 'S1', column: memory, unit: 'KiB a connection', better: 'less', bound: 15 },
  { work: 'S2', column: memory, unit: 'KiB a connection', better: 'less', bound: 15 },
];

/** The product's figures beside the best peer's and the limit's, where the run has them. */
export function compare(tables: Tables, product: string): readonly Comparison[] {
  return goals.flatMap((goal) => {
    const rows = largestRoom(tables.get(goal.work) ?? []);
    const figure = (name: string): number | null =>
      numberOf(rows.find(({ target }) => target === name)?.[goal.column]);
    const ours = figure(product);
    if (!rows.some(({ target }) => target === product)) return [];
    const peers = peerNames.map(figure).filter((value) => value !== null);
    const bestPeer = peers.length === 0 ? null : Math[goal.better === 'more' ? 'max' : 'min'](...peers);
    return [comparison(goal, { ours, bestPeer, limit: figure('limit') })];
  });
}

/** With several numbers of subscribers, the largest counts. */
function largestRoom(
  rows: readonly Readonly<Record<string, string>>[],
): readonly Readonly<Record<string, string>>[] {
  const sizes = rows.map(({ N }) => numberOf(N) ?? 0);
  return rows.filter((_, i) => sizes[i] === Math.max(...sizes));
}

const numberOf = (cell: string | undefined): number | null => {
  const number = Number.parseFloat(cell ?? '');
  return Number.isFinite(number) ? number : null;
};

function comparison(
  goal: Goal,
  { ours, bestPeer, limit }: { ours: number | null; bestPeer: number | null; limit: number | null },
): Comparison {
  const ratioTo = (other: number | null): number | null =>
    ours === null || other === null ? null : ours / other;
  const [toPeer, toLimit] = [ratioTo(bestPeer), ratioTo(limit)];
  const sign = goal.better === 'more' ? '≥' : '≤';
  const holds = (value: number | null, wanted: number): boolean | null =>
    value === null ? null : goal.better === 'more' ? value >= wanted : value <= wanted;
  const parts: { readonly says: string; readonly holds: boolean | null }[] = [];
  if (goal.toPeer !== undefined)
    parts.push({ says: `${sign} ${goal.toPeer} × best peer`, holds: holds(toPeer, goal.toPeer) });
  if (goal.toLimit !== undefined)
    parts.push({ says: `${sign} ${goal.toLimit} × limit`, holds: holds(toLimit, goal.toLimit) });
  if (goal.bound !== undefined) parts.push({ says: `${sign} ${goal.bound}`, holds: holds(ours, goal.bound) });
  const { work, unit } = goal;
  const isMet =
    ours === null || parts.some((part) => part.holds === false)
      ? false
      : parts.some((part) => part.holds === null)
        ? null
        : true;
  return {
    work,
    unit,
    bestPeer,
    limit,
    ours,
    toPeer,
    toLimit,
    goal: parts.map(({ says }) => says).join(', '),
    isMet,
  };
}

/** The comparison as Markdown. */
export function goalTable(comparisons: readonly Comparison[]): string {
  const shown = (value: number | null): string =>
    value === null ? '–' : value >= 1_000 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
  const lines = comparisons.map(
    ({ work, unit, bestPeer, ours, toPeer, toLimit, goal, isMet }) =>
      `| ${work} | ${unit} | ${shown(bestPeer)} | ${shown(ours)} | ${shown(toPeer)} | ${shown(toLimit)} | ${goal} | ${isMet === null ? '–' : isMet ? 'met' : '**not met**'} |`,
  );
  return [
    '| work | measured in | best peer | ours | × best peer | × limit | goal | |',
    '|---|---|--:|--:|--:|--:|---|---|',
    ...lines,
  ].join('\n');
}
