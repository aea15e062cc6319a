import { execFileSync } from 'node:child_process';
import type { BadInput } from './bad-input.ts';

const luzon = 'vendors/luzon.yaml';

/** Files that cannot be used at all. */
export const wholeFiles: readonly BadInput[] = [
  {
    name: 'an empty file',
    spoil: (c) => c.write(luzon, ''),
    message: `
      config/vendors/luzon.yaml:1:1 CFG-EMPTY
        got       an empty file
        expected  the fields of this kind of file
        fix       fill it in, or delete it
    `,
  },
  {
    name: 'a file of 10 MB',
    spoil: (c) => c.write(luzon, `# ${'x'.repeat(10_000_000)}`),
    message: `
      config/vendors/luzon.yaml CFG-TOO-LARGE
        got       10000002 bytes
        expected  at most 1048576 bytes
        fix       check that this is the file you meant
    `,
  },
  {
    name: 'a byte order mark',
    spoil: (c) => c.write(luzon, '\uFEFFvendor: luzon\n'),
    message: `
      config/vendors/luzon.yaml CFG-ENCODING
        got       a byte order mark
        expected  UTF-8 without one
        fix       save the file as UTF-8 without BOM
    `,
  },
  {
    name: 'a file in Latin-1',
    spoil: (c) => c.write(luzon, Buffer.from('legalName: Caf\xe9\n', 'latin1')),
    message: `
      config/vendors/luzon.yaml CFG-ENCODING
        got       bytes that are not UTF-8
        expected  UTF-8 text
        fix       save the file as UTF-8
    `,
  },
  {
    name: 'a file in UTF-16',
    spoil: (c) => c.write(luzon, Buffer.from('\uFEFFvendor: luzon\n', 'utf16le')),
    message: `
      config/vendors/luzon.yaml CFG-ENCODING
        got       bytes that are not UTF-8
        expected  UTF-8 text
        fix       save the file as UTF-8
    `,
  },
  {
    name: 'a link out of the folder',
    spoil: (c) => c.link(luzon, '/etc/passwd'),
    message: `
      config/vendors/luzon.yaml CFG-SYMLINK
        got       a link to /etc/passwd
        expected  a file inside config
        fix       replace the link by the file itself
    `,
  },
  {
    name: 'a link to nothing',
    spoil: (c) => c.link(luzon, 'nowhere'),
    message: `
      config/vendors/luzon.yaml CFG-NOT-FOUND
        got       no such file
        expected  a readable file
        fix       create it, or correct the path
    `,
  },
  {
    name: 'a folder instead of a file',
    spoil: (c) => c.folder(luzon),
    message: `
      config/vendors/luzon.yaml CFG-NOT-A-FILE
        got       something that is not a file
        expected  a file
        fix       remove or rename it
    `,
  },
  {
    name: 'a pipe instead of a file',
    spoil: (c) => {
      c.drop(luzon);
      execFileSync('mkfifo', [c.file(luzon)]);
    },
    message: `
      config/vendors/luzon.yaml CFG-NOT-A-FILE
        got       something that is not a file
        expected  a file
        fix       remove or rename it
    `,
  },
  {
    name: 'another extension',
    spoil: (c) => c.write('vendors/third.yml', ''),
    message: `
      config/vendors/third.yml CFG-FILE-NAME
        got       third.yml
        expected  files named <vendor>.yaml only
        fix       rename or remove it
    `,
  },
  {
    name: 'no law',
    spoil: (c) => c.folder('.law/jurisdictions'),
    message: `
      law/jurisdictions CFG-NO-JURISDICTION
        got       an empty folder
        expected  at least one file <jurisdiction>.yaml
        fix       write one
    `,
  },
  {
    name: 'no conflict register',
    spoil: (c) => c.drop('conflicts.yaml'),
    message: `
      config/conflicts.yaml CFG-NOT-FOUND
        got       no such file
        expected  a readable file
        fix       create it, or correct the path
    `,
  },
  {
    name: 'no organization file',
    spoil: (c) => c.drop('organization.yaml'),
    message: `
      config/organization.yaml CFG-NOT-FOUND
        got       no such file
        expected  a readable file
        fix       create it, or correct the path
    `,
  },
  {
    name: 'no vendors folder',
    spoil: (c) => c.drop('vendors'),
    message: `
      config/vendors CFG-NOT-FOUND
        got       no such folder
        expected  a folder with one YAML file for each vendor
        fix       create it, or name the right configuration folder
    `,
  },
  {
    name: 'an empty vendors folder',
    spoil: (c) => c.folder('vendors'),
    message: `
      config/vendors CFG-NO-VENDOR
        got       an empty folder
        expected  at least one file <vendor>.yaml
        fix       write one
    `,
  },
];
