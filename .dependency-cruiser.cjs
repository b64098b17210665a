/**
 * Who may import whom: the table and the direction line of ARCHITECTURE.md, one rule for each.
 * test/guards/guards-bite.test.ts plants a violation of every rule named here and expects it caught.
 */

/**
 * `x: [y]` reads "x may call y". It is the whole direction line
 *   members ◀ ledger ◀ orders ◀ loyalty, members ◀ transcripts ◀ comments ◀ live, ledger ◀ transcripts ◀ viewers ◀ live
 * spelled out. A new feature calls nobody until it has a row here.
 */
const mayCall = {
  members: [],
  programme: ['members'],
  ledger: ['programme', 'members'],
  coupons: ['programme', 'ledger', 'members'],
  orders: ['coupons', 'tiers', 'programme', 'ledger', 'members'],
  tiers: ['programme', 'ledger', 'members'],
  loyalty: ['orders', 'ledger', 'members'],
  transcripts: ['members', 'ledger'],
  viewers: ['transcripts', 'members'],
  comments: ['transcripts', 'members'],
  crew: ['transcripts', 'members'],
  announcements: ['members'],
  briefs: ['transcripts', 'members'],
  live: [
    'transcripts',
    'viewers',
    'comments',
    'orders',
    'ledger',
    'announcements',
    'notifications',
    'members',
  ],
  jobs: ['members'],
  notifications: ['members', 'ledger', 'programme'],
  insights: [],
};

const testFiles = '(^test/|[.]test[.]tsx?$)';
const entries = [
  '^src/main[.]ts$',
  '^src/commands/',
  '^src/platform/auth/hashing-program[.]ts$',
  '^mikro-orm[.]config[.]ts$',
];
const frontDoors = '^src/features/[^/]+/index[.]ts$';
const ownFolder = '^src/features/$1/';
const inFeature = (role) => `^src/features/([^/]+)/.*[.]${role}[.]ts$`;
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})`;

const orm = packages('@mikro-orm/');
const transport = packages(
  '@apollo/',
  '@as-integrations/',
  '@fastify/',
  'fastify/',
  'graphql/',
  'graphql-ws/',
  'type-graphql/',
  'ws/',
);
/** Rules and errors know nobody; the failures and the two-language texts that all features share count as such. */
const pure = [
  '[.]rules[.]ts$',
  '[.]errors[.]ts$',
  '^src/platform/(errors|text)/',
  '^src/platform/graphql/user-error[.]ts$',
];
/** Who acts, and the parts of the house: a type that every act is given. */
const context = '^src/platform/context[.]ts$';
/** Cursors and pages: a list is cut to its page where it is read. */
const paging = '^src/platform/graphql/connection[.]ts$';

/** How rows are read, declared once for resolvers and whole queries alike. */
const reading = '^src/platform/reading/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const wiring = [
  rule(
    'main-is-imported-by-nobody',
    'main.ts starts the process; importing it would start another one.',
    {},
    { path: '^src/main[.]ts$' },
  ),
  rule(
    'app-is-imported-by-entries-only',
    'The composition root knows everything; whoever imports it would know everything too.',
    { pathNot: ['^src/(main[.]ts$|app([.]|/)|commands/)', '^(test|bench|scripts)/'] },
    { path: '^src/app([.]ts$|/)' },
  ),
  rule(
    'commands-are-imported-by-nobody',
    'A command is an entry of the command line.',
    { pathNot: ['^src/commands/', testFiles] },
    { path: '^src/commands/' },
  ),
  rule(
    'commands-use-front-doors',
    'A command is a caller like any other: it goes through index.ts. Rules know nobody, so it may use them without loading the house.',
    { path: '^src/commands/' },
    { path: '^src/features/', pathNot: [frontDoors, '[.]rules[.]ts$'] },
  ),
  rule(
    'src-stands-on-its-own',
    'The server is built without the client, the tests, the benchmarks and the build scripts.',
    { path: '^src/', pathNot: testFiles },
    { path: ['^(web|test|bench|scripts|demo)/', '[.]test[.]tsx?$'] },
  ),
  rule(
    'web-never-imports-the-server',
    'The client knows the server by its schema and its generated types alone.',
    { path: '^web/' },
    { path: '^(src|migrations|bench|scripts)/' },
  ),
];

const platform = [
  rule(
    'platform-knows-no-feature',
    'The platform is what any business would need.',
    { path: '^src/platform/', pathNot: testFiles },
    { path: '^src/(features|commands|app|main)' },
  ),
  rule(
    'config-imports-errors-only',
    'Configuration is read before anything else exists.',
    { path: '^src/platform/config/', pathNot: testFiles },
    { path: '^src/', pathNot: '^src/platform/(config|errors|text)/' },
  ),
];

const roles = [
  rule(
    'front-door-opens-own-folder',
    'index.ts re-exports what its own folder offers, and does nothing else.',
    { path: '^src/features/([^/]+)/index[.]ts$' },
    { pathNot: ownFolder },
  ),
  rule(
    'rules-are-pure',
    'No clock, I/O, ORM or GraphQL: rules import rules and errors.',
    { path: '[.]rules[.]ts$' },
    { pathNot: pure },
  ),
  rule(
    'entities-know-entities-and-rules',
    'Columns, checks and relations to parents: base entity, rules, other entities.',
    { path: inFeature('entity') },
    { path: '^src/', pathNot: [...pure, '[.]entity[.]ts$', '^src/platform/database/', frontDoors] },
  ),
  rule(
    'access-knows-own-entities-and-rules',
    'A policy decides from what it is given: own entities and rules, other front doors, a row through the request’s batches; it may be a piece of SQL.',
    { path: inFeature('access') },
    {
      pathNot: [
        ...pure,
        `${ownFolder}.*[.](entity|source|access)[.]ts$`,
        frontDoors,
        context,
        reading,
        '^src/platform/auth/',
        '^src/platform/graphql/request-context[.]ts$',
        '^src/platform/database/sql[.]ts$',
        packages('kysely/'),
      ],
    },
  ),
  rule(
    'services-know-no-transport',
    'A business act is the same over HTTP, a socket, a job or a command.',
    { path: inFeature('service') },
    {
      path: ['^src/platform/(graphql|http)/', transport, '[.](types|resolver|subscription)[.]ts$'],
      pathNot: [...pure, paging],
    },
  ),
  rule(
    'services-alone-open-units-of-work',
    'A write is a business act, and a business act is a function of a service.',
    { path: '^src/', pathNot: ['[.]service[.]ts$', '^src/platform/', testFiles] },
    {
      path: '^src/platform/database/unit-of-work[.]ts$',
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'queries-know-entities-and-database',
    'Pages, batch loaders and hot read paths: entities, the database, and who may read.',
    { path: inFeature('queries') },
    {
      path: '^src/',
      pathNot: [
        ...pure,
        `${ownFolder}.*[.](entity|source|queries|access)[.]ts$`,
        frontDoors,
        '^src/platform/database/',
        context,
        paging,
        reading,
      ],
    },
  ),
  rule(
    'sources-know-rules-only',
    'Where rows come from: a table, and its columns as SQL.',
    { path: inFeature('source') },
    { pathNot: [...pure, `${ownFolder}.*[.]source[.]ts$`, reading] },
  ),
  rule(
    'readings-declare-what-is-read',
    'How fields are read: from sources, as access allows, by the batches of queries.',
    { path: inFeature('reading') },
    {
      pathNot: [
        ...pure,
        `${ownFolder}.*[.](source|reading|access|queries)[.]ts$`,
        frontDoors,
        context,
        paging,
        reading,
        '^src/platform/database/sql[.]ts$',
      ],
    },
  ),
  rule(
    'types-know-graphql-only',
    'GraphQL shapes are a whitelist of their own; each field may say how it is read.',
    { path: inFeature('types') },
    {
      path: '^src/',
      pathNot: [
        ...pure,
        '[.]types[.]ts$',
        frontDoors,
        '^src/platform/graphql/',
        '^src/platform/reading/reads[.]ts$',
        `${ownFolder}.*[.]reading[.]ts$`,
      ],
    },
  ),
  rule(
    'types-never-know-entities',
    'A shape that knows a row would grow with the row, and a column would leak.',
    { path: '[.]types[.]ts$' },
    { path: ['[.]entity[.]ts$', orm] },
  ),
  rule(
    'resolvers-never-touch-the-orm',
    'Translate, call, return: rows are the business of services and queries.',
    { path: '[.](resolver|subscription)[.]ts$' },
    { path: ['[.]entity[.]ts$', orm, '^src/platform/database/'] },
  ),
];

const directions = Object.entries(mayCall).map(([feature, callees]) =>
  rule(
    `direction-of-${feature}`,
    `${feature} may call ${callees.join(', ') || 'no other feature'}; news travels upward as events.`,
    { path: `^src/features/${feature}/`, pathNot: testFiles },
    { path: '^src/features/', pathNot: `^src/features/(${[feature, ...callees].join('|')})/` },
  ),
);

const features = [
  ...directions,
  rule(
    'direction-is-declared',
    'A feature without a row in mayCall calls no other feature.',
    { path: `^src/features/(?!(?:${Object.keys(mayCall).join('|')})/)([^/]+)/`, pathNot: testFiles },
    { path: '^src/features/', pathNot: ownFolder },
  ),
  rule(
    'features-use-front-doors',
    'Another feature is entered through its index.ts; an entity may name a parent entity, and rules, which know nobody, may name rules.',
    { path: '^src/features/([^/]+)/(?!.*[.](entity|rules)([.]test)?[.]ts$)' },
    { path: '^src/features/', pathNot: [ownFolder, frontDoors] },
  ),
  rule(
    'ledger-entries-stay-at-home',
    'The ledger is the only writer of ledger entries.',
    { path: '^src/', pathNot: ['^src/features/ledger/', '^src/app([.]ts$|/)', testFiles] },
    { path: '^src/features/ledger/.*[.]entity[.]ts$' },
  ),
  rule(
    'insights-are-imported-by-nobody',
    'Read models hang off the end of the house.',
    { path: '^src/', pathNot: ['^src/features/insights/', '^src/app([.]ts$|/)'] },
    { path: '^src/features/insights/' },
  ),
];

const hygiene = [
  {
    ...rule(
      'no-cycle-between-features',
      'Two features that need each other are one feature, or an event is missing.',
      { path: '^src/features/[^/]+$' },
      { path: '^src/features/[^/]+$', circular: true },
    ),
    scope: 'folder',
  },
  rule(
    'no-cycle',
    'Modules in a circle have no order in which they can be read or loaded; types alone do no harm.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  rule('no-unresolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  rule(
    'server-uses-production-packages',
    'What src/ imports must be installed in production.',
    { path: '^src/', pathNot: testFiles },
    {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'no-dead-file',
    'What no entry reaches is not used: delete it.',
    { path: entries },
    { path: '^src/', pathNot: [...entries, testFiles, '[.]d[.]ts$'], reachable: false },
  ),
];

module.exports = {
  forbidden: [...wiring, ...platform, ...roles, ...features, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count: knowing a shape is knowing.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
