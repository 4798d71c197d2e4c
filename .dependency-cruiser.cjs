/** The architecture, as rules that a build can check. See docs/architecture.md. */
const libs = [
  'ordering',
  'telemetry',
  'order-log',
  'event-store',
  'status-events',
  'read-models',
  'database',
  'platform',
  'engines',
];

/** What each library may import of the others: everything else is refused. */
const mayImport = {
  ordering: [],
  telemetry: [],
  workers: ['database'],
  'event-store': ['workers', 'database', 'telemetry'],
  followers: ['event-store', 'database', 'workers'],
  database: [],
  platform: ['telemetry', 'workers'],
  'seller-policies': ['ordering', 'order-log', 'event-store', 'reservations'],
  'order-log': ['ordering', 'event-store', 'telemetry'],
  'status-events': ['ordering', 'order-log', 'event-store', 'followers', 'workers', 'database', 'telemetry'],
  'read-models': [
    'ordering',
    'order-log',
    'event-store',
    'followers',
    'workers',
    'status-events',
    'database',
    'telemetry',
  ],
  notices: ['ordering', 'status-events', 'workers', 'database'],
  webhooks: ['status-events', 'workers', 'database'],
  tracking: ['ordering', 'status-events'],
  pricing: ['ordering'],
  reservations: ['ordering', 'order-log', 'pricing', 'event-store', 'followers', 'workers', 'database'],
  engines: [
    'order-log',
    'seller-policies',
    'reservations',
    'event-store',
    'followers',
    'read-models',
    'status-events',
    'workers',
    'database',
    'platform',
  ],
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment:
        'The order domain imports itself, a library of dates and the types of JSON Schemas: no framework, no engine, no Node module.',
      severity: 'error',
      from: { path: '^libs/ordering/src', pathNot: '\\.spec\\.ts$|/testing/' },
      to: { pathNot: '^libs/ordering/src|^node_modules/(@types/)?luxon/|^(node_modules/)?typebox' },
    },
    {
      name: 'libs-through-their-index',
      comment: 'A library is used through @app/<name>, never by a path into it.',
      severity: 'error',
      from: { path: '^(apps|libs|test|infra)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$2/|^libs/[^/]+/src/testing/' },
    },
    {
      name: 'apps-stay-apart',
      comment: 'Only apps/orders composes the modules of other apps.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/orders/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$|/testing/' },
      to: { path: '\\.spec\\.ts$|/testing/|^test/' },
    },
    ...Object.entries(mayImport).map(([lib, others]) => ({
      name: `${lib}-imports-only-what-it-may`,
      severity: 'error',
      from: { path: `^libs/${lib}/src`, pathNot: '\\.spec\\.ts$|/testing/' },
      to: { path: `^libs/(?!(${[lib, ...others].join('|')})/)` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^dist' },
  },
};
