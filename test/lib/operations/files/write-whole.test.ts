import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseUnwritable } from '../../../../lib/operations/files/refuse-unwritable.ts';
import { writeWhole } from '../../../../lib/operations/files/write-whole.ts';

// Everything here stands in a folder of its own; no device of the machine is touched.
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lpo-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]) => join(folder, ...names);
const read = (name: string) => readFileSync(at(name), 'utf8');

test('a new file, and folders above it', () => {
  writeWhole(at('a', 'b', 'file'), 'new');
  expect(readFileSync(at('a', 'b', 'file'), 'utf8')).toBe('new');
});

test('a file keeps its mode, and nothing stays beside it', () => {
  writeFileSync(at('file'), 'old and longer');
  chmodSync(at('file'), 0o640);
  writeWhole(at('file'), 'new');
  expect([read('file'), statSync(at('file')).mode & 0o7777]).toEqual(['new', 0o640]);
  expect(readdirSync(folder)).toEqual(['file']);
});

test('a link is written through, also one whose file is not there yet, and one to a link', () => {
  mkdirSync(at('there'));
  writeFileSync(at('there', 'target'), 'old');
  symlinkSync(join('there', 'target'), at('link'));
  symlinkSync(join('there', 'later'), at('dangling'));
  symlinkSync('link', at('second'));
  writeWhole(at('second'), 'new');
  writeWhole(at('dangling'), 'later');
  for (const name of ['link', 'dangling', 'second']) expect(lstatSync(at(name)).isSymbolicLink()).toBe(true);
  expect([read('there/target'), read('there/later')]).toEqual(['new', 'later']);
});

test('both names of a hard link keep one file', () => {
  writeFileSync(at('one'), 'old and longer');
  linkSync(at('one'), at('other'));
  writeWhole(at('one'), 'new');
  expect([read('one'), read('other')]).toEqual(['new', 'new']);
});

test('a pipe is written into and stays a pipe', async () => {
  execFileSync('mkfifo', [at('pipe')]);
  const reader = spawn('cat', [at('pipe')]);
  let got = '';
  reader.stdout.on('data', (chunk) => {
    got += chunk;
  });
  const ended = new Promise((resolve) => reader.on('close', resolve));
  writeWhole(at('pipe'), 'through');
  await ended;
  expect([got, lstatSync(at('pipe')).isFIFO()]).toEqual(['through', true]);
});

test('a link laid in wait where the new file is written first is not followed', () => {
  writeFileSync(at('file'), 'old');
  writeFileSync(at('victim'), 'kept');
  symlinkSync(at('victim'), at(`file.${process.pid}.tmp`));
  writeWhole(at('file'), 'new');
  expect([read('victim'), read('file')]).toEqual(['kept', 'new']);
});

describe('refused before the work, everything left as it is', () => {
  beforeEach(() => {
    mkdirSync(at('in'));
    writeFileSync(at('in', 'a.json'), 'input');
    linkSync(at('in', 'a.json'), at('hard'));
    symlinkSync(at('in', 'a.json'), at('soft'));
    symlinkSync(at('in'), at('folder'));
    symlinkSync('circle', at('circle'));
  });

  test.each<[string, () => string, () => string]>([
    ['the input itself', () => at('in', 'a.json'), () => at('in', 'a.json')],
    ['the input by another path', () => at('in', '..', 'in', 'a.json'), () => at('in', 'a.json')],
    ['a link to the input', () => at('soft'), () => at('in', 'a.json')],
    ['a hard link to the input', () => at('hard'), () => at('in', 'a.json')],
    ['an input that is a link', () => at('in', 'a.json'), () => at('soft')],
    ['a file in an input folder', () => at('in', 'new'), () => at('in')],
    ['the same by a link', () => at('folder', 'new'), () => at('in')],
    ['a new folder in it', () => at('in', 'new', 'file'), () => at('folder')],
    ['an empty name', () => '', () => at('in')],
  ])('%s', (_, output, input) => {
    const before = readdirSync(folder, { recursive: true }).sort();
    expect(() => refuseUnwritable(output(), [input()])).toThrow('CLI-OUTPUT');
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
    expect(readFileSync(at('in', 'a.json'), 'utf8')).toBe('input');
  });

  test.each([
    ['links in a circle', 'circle', 'ELOOP'],
    ['a folder', 'in', 'EISDIR'],
    ['a file where a folder is needed', 'hard/below/it', 'ENOTDIR'],
  ])('%s', (_, name, code) => {
    expect(() => refuseUnwritable(at(name), [])).toThrow(expect.objectContaining({ code }));
  });

  test('what can be written leaves no folder behind', () => {
    refuseUnwritable(at('new', 'deeper', 'file'), [at('in')]);
    expect(readdirSync(folder).sort()).toEqual(['circle', 'folder', 'hard', 'in', 'soft']);
  });
});
