import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportError } from '../../../bin/terminal/report-error.ts';
import { inputFinding, UnusableInputError } from '../../../lib/model/finding.ts';
import { refuseUnwritable } from '../../../lib/operations/files/refuse-unwritable.ts';
import { writeWhole } from '../../../lib/operations/files/write-whole.ts';

let folder: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lpo-error-'));
  said = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function codeOf(act: () => void): number {
  try {
    act();
  } catch (error) {
    return reportError(error, true);
  }
  return 0;
}
const problem = { where: { file: 'x' }, got: 'a', expected: 'b', fix: 'c' };

test.each<[string, (path: string) => void]>([
  ['written', (path) => writeWhole(path, 'text')],
  ['tried', refuseUnwritable],
])('a path that cannot be %s: exit 2, named, nothing left behind', (_, act) => {
  writeFileSync(join(folder, 'file'), 'kept');
  expect(codeOf(() => act(folder))).toBe(2);
  expect(codeOf(() => act(join(folder, 'file', 'below')))).toBe(2);
  expect(said).toContain(`${folder} FILE-REFUSED`);
  expect(said).toContain(join(folder, 'file'));
  expect(said).not.toMatch(/\n\s+at /);
  expect(readdirSync(folder)).toEqual(['file']);
});

test('a path that can be written is left as it was', () => {
  writeFileSync(join(folder, 'file'), 'kept');
  refuseUnwritable(join(folder, 'file'));
  refuseUnwritable(join(folder, 'new'));
  expect(readdirSync(folder)).toEqual(['file']);
});

test('a disk that is full under another program is unusable input too', () => {
  const told = new Error(
    'Build failed:\nerror: Failed to write to output file: write x: no space left on device',
  );
  expect(reportError(told, true)).toBe(2);
  expect(said).toMatch(/^a folder written to FILE-REFUSED\n {2}got +no space left on device\n/);
});

test('after a call that may have done part of the work nobody says that nothing was', () => {
  reportError(new UnusableInputError([inputFinding({ code: 'AWS-DENIED', ...problem })]), true);
  expect(said).toMatch(/\n1 finding\.\n$/);
  reportError(new UnusableInputError([inputFinding({ code: 'CFG-SYNTAX', ...problem })]), true);
  expect(said).toMatch(/\n1 finding; nothing was written\.\n$/);
});

test('of a command that never writes nobody says that nothing was written', () => {
  reportError(new UnusableInputError([inputFinding({ code: 'CFG-SYNTAX', ...problem })]), false);
  expect(said).toMatch(/\n1 finding\.\n$/);
});

describe('a fault of ours', () => {
  test('is one line that names itself and tells how to report it; exit code 3', () => {
    expect(reportError(new TypeError('ours\nand more'), false)).toBe(3);
    expect(said).toMatch(
      /^This is a fault of lpo, not of your input: TypeError: ours\. Report it .+; --debug adds the trace\.\n$/,
    );
  });

  test('may be no error at all', () => {
    expect(reportError('thrown text', false)).toBe(3);
    expect(said).toContain('thrown text');
  });

  test('shows its trace under --debug', () => {
    const before = process.argv;
    process.argv = [...before, '--debug'];
    expect(reportError(new TypeError('ours'), false)).toBe(3);
    process.argv = before;
    expect(said).toMatch(/\n {4}at .+report-error\.test\.ts/);
  });

  test('has its code where nobody can be told either', () => {
    (process.stderr.write as unknown as jest.Mock).mockImplementation(() => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
    });
    expect(reportError(new TypeError('ours'), false)).toBe(3);
  });
});
