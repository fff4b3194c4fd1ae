// The walls of the house: docs/how-it-works.md explains them, test/boundaries feeds each rule one illegal import.
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
module.exports = {
  forbidden: [
    // Types vanish before anything runs; only a circle of code is one.
    only(
      'no-circles',
      'Data flows one way.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    only(
      'no-orphans',
      'What nobody uses goes.',
      { orphan: true, pathNot: '\\.(d|spec)\\.tsx?$|^apps/web/public/' },
      {},
    ),
    only(
      'apps-apart',
      'Apps never import each other.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    only(
      'web-and-cli-know-the-schema-only',
      'Clients talk GraphQL.',
      { path: '^apps/(web|cli)/' },
      { path: '^(libs|migrations)/' },
    ),
    only(
      'toil-and-ml-apart',
      'They meet in the composition root.',
      { path: '^libs/toil/' },
      { path: '^libs/ml/' },
    ),
    only(
      'ml-and-toil-apart',
      'They meet in the composition root.',
      { path: '^libs/ml/' },
      { path: '^libs/toil/' },
    ),
    only(
      'platform-has-no-opinion',
      'The foundation knows nobody above it.',
      { path: '^libs/platform/' },
      { path: '^(libs/(toil|ml)|apps)/' },
    ),
    only('libs-below-apps', 'Libs never import apps.', { path: '^libs/' }, { path: '^apps/' }),
    only(
      'training-below',
      'Core ml never imports training.',
      { path: '^libs/ml/(?!training/)' },
      { path: '^libs/ml/training/' },
    ),
    only(
      'no-tensorflow-in-the-api',
      'Only training loads TensorFlow.',
      { path: '^(apps/(api|web|cli)|libs/(platform|toil)|libs/ml/(?!training/))', pathNot: '\\.spec\\.ts$' },
      { path: 'node_modules/@tensorflow|^libs/ml/training/' },
    ),
    only(
      'rules-are-pure',
      'Decisions know no framework, database, file or clock.',
      { path: '\\.rules\\.ts$' },
      {
        dependencyTypesNot: ['type-only'],
        path: 'node_modules/(@nestjs|typeorm|pg|pg-boss|@tensorflow|sharp)|^(node:)?(fs|fs/promises|child_process|net|http)$|\\.(entity|repository|service)\\.ts$',
      },
    ),
    only(
      'migrations-stand-alone',
      'History does not change when entities do.',
      { path: '^migrations/', pathNot: '\\.spec\\.ts$' },
      { path: '^(libs|apps|test)/' },
    ),
    only(
      'nobody-imports-tests',
      'Tests look in, nothing looks out.',
      { path: '^(apps|libs|migrations)/', pathNot: '\\.spec\\.tsx?$' },
      { path: '^test/' },
    ),
    only(
      'doors-only',
      'A lib is entered by its index.',
      { path: '^(apps|test|libs/([^/]+))/', pathNot: '\\.spec\\.ts$' },
      {
        path: '^libs/([^/]+)/',
        pathNot: [
          '^libs/[^/]+/index\\.ts$',
          '^libs/ml/training/index\\.ts$',
          '^libs/platform/postgres/index\\.ts$',
          '^libs/$2/',
        ],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Anchored: packages keep their code in "dist", and what is excluded no rule can see.
    exclude: { path: '^dist/|^(apps|libs)/.*/generated/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
