const { rows } = require('./tools/house/rows.cjs');

// Each row of the plan as a rule: a folder's files may import their own folder and what the row names, no more.
const escaped = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const hasRowsBelow = (folder) => Object.keys(rows).some((other) => other.startsWith(`${folder}/`));
/** Files of a row: its folder with all below it, or the folder alone where folders below have rows of their own. */
const filesOf = (folder) => `^${escaped(folder)}/${hasRowsBelow(folder) ? '[^/]+$' : ''}`;
/** `folder/` is everything below, `folder/file` one file, `folder` the files of that row. */
const allowed = (entry) =>
  entry.endsWith('/') ? `^${escaped(entry)}` : entry in rows ? filesOf(entry) : `^${escaped(entry)}\\.ts$`;

const ours = '^(bin|lib|policies|tools|test|bench|examples)/';

module.exports = {
  forbidden: [
    ...Object.entries(rows).map(([folder, entries]) => ({
      name: `row:${folder}`,
      comment: `${folder} may import ${['itself', ...entries].join(', ')}.`,
      severity: 'error',
      from: { path: filesOf(folder) },
      to: { path: ours, pathNot: [filesOf(folder), ...entries.map(allowed)].join('|') },
    })),
    {
      name: 'no-row',
      comment: 'A folder whose imports no row of tools/house/rows.cjs states.',
      severity: 'error',
      from: { path: '^(bin|lib|policies|tools)/', pathNot: Object.keys(rows).map(filesOf).join('|') },
      to: {},
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-readers-touch-files',
      // json-asset.ts and bundle-handler.ts write into the staging folder that the CDK hands to them.
      comment:
        'Configuration, assemblies, adapters and the entry points read and write files; nothing else does.',
      severity: 'error',
      from: {
        path: '^(lib|policies)/',
        pathNot:
          '^(lib/config/|lib/files/|lib/operations/|policies/template/|lib/constructs/functions/(json-asset|bundle-handler).ts)',
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
      comment: 'sarif is types only, from @types/sarif; dist is there only in the built package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^sarif$|dist/bin/lpo' },
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
