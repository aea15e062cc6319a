// The plan of the house: what each folder may import besides itself. A folder without a row is refused by
// test/architecture.test.ts, and each row has a planted import there that must fail.
const rows = {
  'lib/model': [],
  'lib/config': ['lib/model'],
  'lib/profile': ['lib/config', 'lib/gates', 'lib/model'],
  'lib/gates': ['lib/profile', 'lib/config', 'lib/model'],
  'lib/constructs': ['lib/profile', 'lib/config', 'lib/model'],
  'lib/stacks': ['lib/constructs', 'lib/gates', 'lib/profile', 'lib/config', 'lib/model'],
  'lib/functions': ['lib/model'],
  'lib/reports': ['policies', 'lib/gates', 'lib/config', 'lib/model'],
  'lib/operations': ['policies', 'lib/(?!functions|constructs)'],
  policies: ['lib/model/(finding|order)'],
  bin: ['lib/(?!constructs|stacks|functions)', 'policies'],
  tools: ['bin', 'lib', 'policies'],
};

const room = (folder, allowed) => ({
  name: `room:${folder}`,
  comment: `${folder} may import ${['itself', ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: '^(bin|lib|policies|tools|test|bench)/', pathNot: `^(${[folder, ...allowed].join('|')})` },
});

module.exports = {
  forbidden: [
    ...Object.entries(rows).map(([folder, allowed]) => room(folder, allowed)),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-readers-touch-files',
      // json-asset.ts writes into the staging folder that the CDK hands to it.
      comment:
        'Configuration, assemblies, adapters and the entry points read and write files; nothing else does.',
      severity: 'error',
      from: {
        path: '^(lib|policies)/',
        pathNot: '^(lib/config/|lib/operations/|policies/template/|lib/constructs/functions/json-asset.ts)',
      },
      to: { path: '^(node:)?(fs|child_process|os|net|http|https)(/|$)' },
    },
    {
      name: 'only-adapters-call-aws',
      comment:
        'What needs AWS declares a port beside its own code; lib/operations/aws implements it. lib/functions runs in AWS and calls the clients it is given.',
      severity: 'error',
      from: { path: '^(bin|lib|policies|tools)/', pathNot: '^lib/(operations/aws|functions)/' },
      to: { path: '@aws-sdk/' },
    },
    {
      name: 'resolves',
      comment: 'sarif is types only, from @types/sarif.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^sarif$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    moduleSystems: ['cjs', 'es6'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
