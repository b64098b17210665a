import type { Plants } from './planted-tree.ts';

interface Flaw {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

/** One flaw for each lint rule that this house counts on. */
export const flaws: readonly Flaw[] = [
  {
    rule: '@typescript-eslint/no-floating-promises',
    file: 'src/features/members/floating.service.ts',
    code: 'export function start(): void {\n  Promise.resolve(1);\n}\n',
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    file: 'test/floating.test.ts',
    code: 'export function start(): void {\n  Promise.resolve(1);\n}\n',
  },
  {
    rule: '@typescript-eslint/no-misused-promises',
    file: 'src/features/members/misused.service.ts',
    code: 'export const isKnown = (known: Promise<boolean>): number => (known ? 1 : 0);\n',
  },
  {
    rule: '@typescript-eslint/no-explicit-any',
    file: 'src/platform/http/any.ts',
    code: 'export const shape = (value: any): unknown => value as unknown;\n',
  },
  {
    rule: '@typescript-eslint/no-non-null-assertion',
    file: 'src/platform/http/bang.ts',
    code: 'export const first = (values: readonly number[]): number => values[0]!;\n',
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    file: 'src/platform/http/types.ts',
    code: "import { Plan } from '../../in-order.ts';\n\nexport const price = (plan: Plan): number => plan.price;\n",
  },
  {
    rule: '@typescript-eslint/max-params',
    file: 'src/platform/http/crowd.ts',
    code: 'export const sum = (a: number, b: number, c: number, d: number): number => a + b + c + d;\n',
  },
  {
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    file: 'src/platform/http/forgotten-case.ts',
    code: [
      "export function word(state: 'live' | 'ended'): string {",
      '  switch (state) {',
      "    case 'live':",
      "      return 'now';",
      '  }',
      "  return '';",
      '}',
      '',
    ].join('\n'),
  },
  {
    rule: 'no-restricted-properties',
    file: 'src/platform/http/environment.ts',
    code: 'export const port = (): string | undefined => process.env.PORT;\n',
  },
  {
    rule: 'no-restricted-properties',
    file: 'src/platform/mail/environment.ts',
    code: 'export function port(): string | undefined {\n  const { env } = process;\n  return env.PORT;\n}\n',
  },
  {
    rule: 'no-restricted-imports',
    file: 'src/platform/http/imported-environment.ts',
    code: "import { env } from 'node:process';\n\nexport const port = (): string | undefined => env.PORT;\n",
  },
  {
    rule: 'no-restricted-exports',
    file: 'src/platform/http/default.ts',
    code: 'export default function nameless(): number {\n  return 1;\n}\n',
  },
  {
    rule: 'no-console',
    file: 'src/platform/http/chatty.ts',
    code: "export function greet(): void {\n  console.log('hello');\n}\n",
  },
  {
    rule: 'no-restricted-syntax',
    file: 'src/platform/http/state.ts',
    code: 'let count = 0;\n\nexport function next(): number {\n  count += 1;\n  return count;\n}\n',
  },
  {
    rule: 'no-restricted-syntax',
    file: 'src/features/members/clock.rules.ts',
    code: 'export const isPast = (at: Date): boolean => at.getTime() < Date.now();\n',
  },
  {
    rule: 'no-restricted-syntax',
    file: 'src/features/members/today.rules.ts',
    code: 'export const isPast = (at: Date): boolean => at < new Date();\n',
  },
  {
    rule: 'no-restricted-syntax',
    file: 'src/features/members/chance.rules.ts',
    code: 'export const draw = (): number => Math.random();\n',
  },
  {
    rule: 'no-restricted-globals',
    file: 'web/page.tsx',
    code: "export const load = (): Promise<Response> => fetch('/graphql');\n",
  },
];

/** The allowed side: what the rules above must leave in peace. */
export const cleanFiles: Plants = {
  'src/in-order.ts': [
    'export interface Plan {',
    '  readonly price: number;',
    '}',
    '',
    'export async function priceOf(plan: Promise<Plan>): Promise<number> {',
    '  const { price } = await plan;',
    '  return price;',
    '}',
    '',
  ].join('\n'),
  'src/main.ts': "console.log('listening');\n",
  'src/commands/demo.ts': "console.log('seeded');\n",
  'src/platform/config/read.ts': 'export const port = (): string | undefined => process.env.PORT;\n',
  'src/features/members/date.rules.ts':
    'export const nextDay = (day: Date): Date => new Date(day.getTime() + 86_400_000);\n',
  'migrations/first.ts': 'export default class First {}\n',
  'mikro-orm.config.ts': 'export default {};\n',
  'scripts/build.ts': 'console.log(process.env.HOME);\n',
  'web/api/client.ts': "export const load = (): Promise<Response> => fetch('/graphql');\n",
  'web/tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2023',
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2023', 'dom'],
      types: [],
      strict: true,
      noEmit: true,
    },
  }),
};
