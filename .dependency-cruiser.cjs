// The direction of the house: bin -> lib/stacks -> lib/constructs -> lib/model, and the judge on its own.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(bin|lib|policies|test|bench)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    only('model-imports-nothing', '^lib/model/', '^lib/model/', 'Ids, types and errors stand alone.'),
    only(
      'config-knows-model',
      '^lib/config/',
      '^lib/(config|model)/',
      'Reading configuration builds nothing.',
    ),
    only('gates-are-pure', '^lib/gates/', '^lib/(gates|config|model)/', 'Gates decide over validated data.'),
    only(
      'constructs-know-no-stacks',
      '^lib/constructs/',
      '^lib/(constructs|config|model|gates|handlers)/',
      'A construct is a building block.',
    ),
    only(
      'stacks-wire',
      '^lib/stacks/',
      '^lib/(stacks|constructs|config|model|gates)/',
      'Stacks wire constructs.',
    ),
    only(
      'reports-read-results',
      '^lib/reports/',
      '^(lib/(reports|config|gates|model)|policies)/',
      'Reports read.',
    ),
    only(
      'the-judge-never-imports-the-builder',
      '^policies/',
      '^(policies/|lib/model/problem)',
      'One mistake must not pass both.',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only-readers-touch-files',
      // json-asset.ts writes into the staging folder that the CDK hands to it.
      comment: 'Configuration, assemblies and the entry points read and write files; nothing else does.',
      severity: 'error',
      from: {
        path: '^(lib|policies)/',
        pathNot: '^(lib/config/|lib/aws/|policies/assembly/|lib/constructs/functions/json-asset.ts)',
      },
      to: { path: '^(node:)?(fs|child_process|os|net|http|https)(/|$)' },
    },
    {
      name: 'only-lib-aws-calls-aws',
      comment:
        'What needs AWS declares a port beside its own code; lib/aws implements it; Lambda handlers are entry points, and lib/response is their code, which still calls the clients it is given.',
      severity: 'error',
      from: { path: '^(bin|lib|policies)/', pathNot: '^lib/(aws|handlers|response)/' },
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
