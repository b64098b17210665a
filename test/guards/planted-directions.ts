import type { Plants } from './planted-tree.ts';

/** A file of the planted house and what it imports. */
type Imports = Readonly<Record<string, readonly string[]>>;

interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly imports: readonly string[];
}

const surroundings: Plants = {
  'package.json': JSON.stringify({
    name: 'planted',
    type: 'module',
    dependencies: { '@mikro-orm/core': '*', 'type-graphql': '*', pino: '*' },
    devDependencies: { 'fast-check': '*' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true, noEmit: true },
  }),
  ...installed('@mikro-orm/core'),
  ...installed('type-graphql'),
  ...installed('pino'),
  ...installed('fast-check'),
};

/** The allowed side of the table: every import here is one that somebody needs. */
const houseInOrder: Imports = {
  'mikro-orm.config.ts': ['./src/platform/config/config.ts'],
  'src/main.ts': ['./app.ts', './platform/config/config.ts'],
  'src/app.ts': [
    './platform/http/server.ts',
    './platform/events/outbox.ts',
    './features/members/index.ts',
    './features/ledger/index.ts',
    './features/orders/index.ts',
    './features/loyalty/index.ts',
    './features/transcripts/index.ts',
    './features/comments/index.ts',
    './features/announcements/index.ts',
    './features/insights/index.ts',
  ],
  'src/commands/demo.ts': ['../app.ts', '../features/members/index.ts', '../platform/config/config.ts'],
  'src/platform/errors/app-error.ts': ['type ./codes.ts'],
  'src/platform/errors/codes.ts': ['type ./app-error.ts', 'type fast-check'],
  'src/platform/config/config.ts': ['../errors/app-error.ts'],
  'src/platform/text/text.ts': [],
  'src/platform/context.ts': ['type ./config/config.ts', 'type ./events/outbox.ts'],
  'src/platform/graphql/user-error.ts': ['type-graphql', '../errors/app-error.ts', '../text/text.ts'],
  'src/platform/database/base.entity.ts': ['@mikro-orm/core'],
  'src/platform/database/unit-of-work.ts': ['@mikro-orm/core', '../events/outbox.ts'],
  'src/platform/events/outbox.ts': ['pino'],
  'src/platform/auth/policy.ts': ['../errors/app-error.ts'],
  'src/platform/graphql/connection.ts': ['type-graphql'],
  'src/platform/reading/reads.ts': ['type-graphql', '../graphql/connection.ts'],
  'src/platform/http/server.ts': ['node:http', '../graphql/connection.ts'],
  'src/features/members/index.ts': [
    './member.entity.ts',
    './member.access.ts',
    './members.service.ts',
    './members.resolver.ts',
    './member.types.ts',
  ],
  'src/features/members/member.entity.ts': [
    '../../platform/database/base.entity.ts',
    './member.rules.ts',
    '@mikro-orm/core',
  ],
  'src/features/members/member.errors.ts': [],
  'src/features/members/member.rules.ts': [
    './member.errors.ts',
    '../../platform/errors/app-error.ts',
    '../../platform/graphql/user-error.ts',
    'type ../../platform/text/text.ts',
  ],
  'src/features/members/member.rules.test.ts': ['./member.rules.ts', 'fast-check'],
  'src/features/members/member.access.ts': [
    './member.entity.ts',
    './member.source.ts',
    './member.rules.ts',
    '../../platform/reading/reads.ts',
    '../../platform/auth/policy.ts',
    'type ../../platform/context.ts',
  ],
  'src/features/members/members.service.ts': [
    '../../platform/database/unit-of-work.ts',
    './member.entity.ts',
    './member.access.ts',
    './members.queries.ts',
    'type ../../platform/context.ts',
    '../../platform/graphql/user-error.ts',
    '../../platform/graphql/connection.ts',
  ],
  'src/features/members/members.queries.ts': [
    './member.entity.ts',
    './member.source.ts',
    'type ../../platform/database/unit-of-work.ts',
    'type ../../platform/context.ts',
    '../../platform/graphql/connection.ts',
  ],
  'src/features/members/member.types.ts': [
    'type-graphql',
    '../../platform/graphql/connection.ts',
    '../../platform/reading/reads.ts',
    './member.reading.ts',
    './member.rules.ts',
  ],
  'src/features/members/member.source.ts': ['./member.rules.ts', '../../platform/reading/reads.ts'],
  'src/features/members/member.reading.ts': [
    './member.source.ts',
    './member.access.ts',
    './members.queries.ts',
    '../../platform/reading/reads.ts',
    'type ../../platform/graphql/connection.ts',
  ],
  'src/features/members/members.resolver.ts': [
    'type-graphql',
    './member.types.ts',
    './members.service.ts',
    './members.queries.ts',
  ],
  'src/features/ledger/index.ts': ['./ledger.service.ts'],
  'src/features/ledger/ledger.service.ts': ['./ledger-entry.entity.ts', '../members/index.ts'],
  'src/features/ledger/ledger-entry.entity.ts': ['../members/member.entity.ts'],
  'src/features/orders/index.ts': ['./orders.service.ts'],
  'src/features/orders/orders.service.ts': ['../ledger/index.ts', '../members/index.ts'],
  'src/features/loyalty/index.ts': ['./loyalty.service.ts'],
  'src/features/loyalty/loyalty.service.ts': ['../orders/index.ts', '../ledger/index.ts'],
  'src/features/transcripts/index.ts': ['./transcripts.service.ts', './transcript.entity.ts'],
  'src/features/transcripts/transcript.entity.ts': ['../members/member.entity.ts'],
  'src/features/transcripts/transcripts.service.ts': ['../ledger/index.ts', './transcript.entity.ts'],
  'src/features/comments/index.ts': ['./comment.access.ts', './comment.types.ts'],
  'src/features/comments/comment.access.ts': ['../transcripts/index.ts'],
  'src/features/comments/comment.types.ts': ['../members/index.ts'],
  'src/features/announcements/index.ts': ['./announcements.service.ts'],
  'src/features/announcements/announcements.service.ts': ['../members/index.ts'],
  'src/features/insights/index.ts': ['./insights.queries.ts'],
  'src/features/insights/insights.queries.ts': ['type ../../platform/database/unit-of-work.ts'],
  'web/main.ts': ['./api/client.ts'],
  'web/api/client.ts': [],
  'test/story.test.ts': ['../src/app.ts', '../src/features/members/member.entity.ts', 'fast-check'],
  'bench/fanout.ts': ['../src/app.ts'],
  'scripts/emit-schema.ts': ['../src/app.ts'],
};

/** The forbidden side: for every rule a file that breaks it, planted into the house in order. */
export const violations: readonly Violation[] = [
  violation('main-is-imported-by-nobody', 'test/starts-twice.ts', '../src/main.ts'),
  violation('app-is-imported-by-entries-only', 'src/platform/jobs/queue.ts', '../../app.ts'),
  violation('app-is-imported-by-entries-only', 'src/features/orders/order.job.ts', '../../app.ts'),
  violation('commands-are-imported-by-nobody', 'src/features/orders/seed.ts', '../../commands/demo.ts'),
  violation('commands-use-front-doors', 'src/commands/replay.ts', '../features/members/members.service.ts'),
  violation('src-stands-on-its-own', 'src/platform/http/pages.ts', '../../../web/main.ts'),
  violation('src-stands-on-its-own', 'src/platform/http/cast.ts', '../../../test/story.test.ts'),
  violation('web-never-imports-the-server', 'web/member.ts', 'type ../src/features/members/member.types.ts'),
  violation('platform-knows-no-feature', 'src/platform/auth/session.ts', '../../features/members/index.ts'),
  violation('config-imports-errors-only', 'src/platform/config/limits.ts', '../events/outbox.ts'),
  violation('rules-are-pure', 'src/features/members/password.rules.ts', 'node:crypto'),
  violation('rules-are-pure', 'src/features/members/name.rules.ts', './member.entity.ts'),
  violation('rules-are-pure', 'src/features/members/mail.rules.ts', 'pino'),
  violation('entities-know-entities-and-rules', 'src/features/orders/order.entity.ts', './orders.service.ts'),
  violation('sources-know-rules-only', 'src/features/orders/order.source.ts', '../members/index.ts'),
  violation('readings-declare-what-is-read', 'src/features/orders/order.reading.ts', './orders.service.ts'),
  violation('access-knows-own-entities-and-rules', 'src/features/orders/order.access.ts', '@mikro-orm/core'),
  violation(
    'access-knows-own-entities-and-rules',
    'src/features/orders/plan.access.ts',
    './orders.service.ts',
  ),
  violation('services-know-no-transport', 'src/features/orders/cards.service.ts', 'type-graphql'),
  violation(
    'services-know-no-transport',
    'src/features/orders/plans.service.ts',
    '../../platform/http/server.ts',
  ),
  violation(
    'services-know-no-transport',
    'src/features/members/sessions.service.ts',
    './members.resolver.ts',
  ),
  violation(
    'queries-know-entities-and-database',
    'src/features/members/sessions.queries.ts',
    './members.service.ts',
  ),
  violation(
    'services-alone-open-units-of-work',
    'src/features/orders/reminder.job.ts',
    '../../platform/database/unit-of-work.ts',
  ),
  violation('types-know-graphql-only', 'src/features/members/session.types.ts', './members.service.ts'),
  violation('types-never-know-entities', 'src/features/members/profile.types.ts', './member.entity.ts'),
  violation('types-never-know-entities', 'src/features/members/role.types.ts', '@mikro-orm/core'),
  violation('resolvers-never-touch-the-orm', 'src/features/members/profile.resolver.ts', '@mikro-orm/core'),
  violation(
    'resolvers-never-touch-the-orm',
    'src/features/members/member.subscription.ts',
    'type ./member.entity.ts',
  ),
  violation('front-door-opens-own-folder', 'src/features/care/index.ts', '../../platform/events/outbox.ts'),
  violation('direction-of-members', 'src/features/members/upward.ts', '../transcripts/index.ts'),
  violation('direction-of-ledger', 'src/features/ledger/upward.ts', '../orders/index.ts'),
  violation('direction-of-programme', 'src/features/programme/upward.ts', '../ledger/index.ts'),
  violation('direction-of-tiers', 'src/features/tiers/upward.ts', '../orders/index.ts'),
  violation('direction-of-coupons', 'src/features/coupons/upward.ts', '../orders/index.ts'),
  violation('direction-of-orders', 'src/features/orders/upward.ts', '../loyalty/index.ts'),
  violation('direction-of-loyalty', 'src/features/loyalty/sideways.ts', '../transcripts/index.ts'),
  violation('direction-of-transcripts', 'src/features/transcripts/upward.ts', '../comments/index.ts'),
  violation('direction-of-briefs', 'src/features/briefs/sideways.ts', '../comments/index.ts'),
  violation('direction-of-notifications', 'src/features/notifications/sideways.ts', '../orders/index.ts'),
  violation('direction-of-jobs', 'src/features/jobs/sideways.ts', '../orders/index.ts'),
  violation('direction-of-crew', 'src/features/crew/sideways.ts', '../orders/index.ts'),
  violation('direction-of-viewers', 'src/features/viewers/sideways.ts', '../comments/index.ts'),
  violation('direction-of-comments', 'src/features/comments/sideways.ts', '../orders/index.ts'),
  violation('direction-of-announcements', 'src/features/announcements/sideways.ts', '../orders/index.ts'),
  violation('direction-of-live', 'src/features/live/sideways.ts', '../loyalty/index.ts'),
  violation('direction-of-insights', 'src/features/insights/sideways.ts', '../members/index.ts'),
  violation('direction-is-declared', 'src/features/care/letters.service.ts', '../members/index.ts'),
  violation(
    'features-use-front-doors',
    'src/features/transcripts/shares.service.ts',
    '../members/members.service.ts',
  ),
  violation(
    'ledger-entries-stay-at-home',
    'src/features/orders/draws.service.ts',
    '../ledger/ledger-entry.entity.ts',
  ),
  violation(
    'insights-are-imported-by-nobody',
    'src/platform/jobs/report.ts',
    '../../features/insights/index.ts',
  ),
  violation('no-cycle', 'src/platform/events/circle.ts', './ring.ts'),
  violation('no-unresolvable', 'src/platform/events/nowhere.ts', './gone.ts'),
  violation('server-uses-production-packages', 'src/platform/time/clock.ts', 'fast-check'),
  violation('no-dead-file', 'src/platform/time/forgotten.ts'),
];

/** The folders whose imports run in a circle: members calls transcripts above, which calls members. */
export const featureCycle = { rule: 'no-cycle-between-features', folder: 'src/features/members' };

export const treeInOrder: Plants = { ...surroundings, ...written(houseInOrder) };

export const treeWithViolations: Plants = {
  ...treeInOrder,
  ...written(Object.fromEntries(violations.map(({ file, imports }) => [file, imports]))),
  // A circle is reported once, at the file it was entered by.
  ...written({ 'src/platform/events/ring.ts': ['./circle.ts'] }),
};

function violation(rule: string, file: string, ...imports: readonly string[]): Violation {
  return { rule, file, imports };
}

/** `type ./x.ts` stands for an import of a type alone: knowing a shape is knowing. */
function written(imports: Imports): Plants {
  const files = Object.entries(imports).map(([file, specifiers]) => {
    const lines = specifiers.map((specifier) => {
      const [, type = '', path = ''] = /^(type )?(.*)$/.exec(specifier) ?? [];
      return `import ${type}{ something } from '${path}';`;
    });
    return [file, [...lines, 'export const something = 1;', ''].join('\n')] as const;
  });
  return Object.fromEntries(files);
}

function installed(name: string): Plants {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: 'export const something = 1;\n',
  };
}
