import type { BadInput } from './bad-input.ts';

const luzon = 'vendors/luzon.yaml';
const anchorBomb = [
  'a: &a [x, x]',
  ...'bcdefghi'.split('').map((n, i) => `${n}: &${n} [*${'abcdefgh'[i]}, *${'abcdefgh'[i]}]`),
].join('\n');

/** Text that is not the YAML we read. */
export const yamlText: readonly BadInput[] = [
  {
    name: 'a duplicate key',
    spoil: (c) => c.replace(luzon, 'owner: immigration-newyork', 'owner: immigration-newyork\nowner: other'),
    message: `
      config/vendors/luzon.yaml:7:1 CFG-DUPLICATE-KEY
        got       "owner" for the second time
        expected  each field once
        fix       keep one of the two
    `,
  },
  {
    name: 'tabs',
    spoil: (c) => c.replace(luzon, '  vpcCidr', '\tvpcCidr'),
    message: `
      config/vendors/luzon.yaml:12:1 CFG-YAML
        got       a tab
        expected  indentation by spaces
        fix       replace tabs by spaces
    `,
  },
  {
    name: 'an anchor bomb',
    spoil: (c) => c.write(luzon, anchorBomb),
    message: `
      config/vendors/luzon.yaml:2:8 CFG-YAML-ALIAS
        got       the alias *a
        expected  the value itself
        fix       write it out
    `,
  },
  {
    name: 'an alias',
    spoil: (c) => c.replace(luzon, 'type: bankruptcy', 'type: *a'),
    message: `
      config/vendors/luzon.yaml:46:11 CFG-YAML-ALIAS
        got       the alias *a
        expected  the value itself
        fix       write it out
    `,
  },
  {
    name: 'a custom tag',
    spoil: (c) => c.replace(luzon, 'type: bankruptcy', 'type: !!binary aGVsbG8='),
    message: `
      config/vendors/luzon.yaml:46:20 CFG-YAML-TAG
        got       the tag !!binary
        expected  plain values
        fix       remove the tag
    `,
  },
  {
    name: 'an unknown tag',
    spoil: (c) => c.replace(luzon, 'type: bankruptcy', 'type: !js/function x'),
    message: `
      config/vendors/luzon.yaml:46:24 CFG-YAML-TAG
        got       the tag !js/function
        expected  plain values
        fix       remove the tag
    `,
  },
  {
    name: 'a directive that changes the language',
    spoil: (c) => c.write(luzon, '%YAML 1.1\n---\nvendor: luzon\n'),
    message: `
      config/vendors/luzon.yaml:1:1 CFG-YAML
        got       a %YAML directive
        expected  YAML 1.2 without directives
        fix       remove the directive
    `,
  },
  {
    name: 'two documents',
    spoil: (c) => c.write(luzon, 'vendor: luzon\n---\nvendor: luzon\n'),
    message: `
      config/vendors/luzon.yaml:2:1 CFG-YAML
        got       a second document
        expected  one document
        fix       remove the line with ---
    `,
  },
  {
    name: 'a prototype key',
    spoil: (c) => c.write(luzon, '__proto__: {vendor: luzon}\n'),
    message: `
      config/vendors/luzon.yaml:1:1 CFG-UNKNOWN-FIELD
        got       "__proto__"
        expected  a known field
        fix       remove it
    `,
  },
  {
    name: 'brackets without end',
    spoil: (c) => c.write(luzon, '['.repeat(100_000)),
    message: `
      config/vendors/luzon.yaml CFG-YAML
        got       values nested hundreds of levels deep
        expected  the few levels of this kind of file
        fix       check that this is the file you meant
    `,
  },
  {
    name: 'a list at the top',
    spoil: (c) => c.write(luzon, '- vendor: luzon\n'),
    message: `
      config/vendors/luzon.yaml:1:1 CFG-WRONG-TYPE
        got       the file: a list of 1
        expected  a mapping of fields
        fix       replace the value
    `,
  },
];
