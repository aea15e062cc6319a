import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssets } from '../../../policies/template/read-assets.ts';

const hash = (digit: string) => digit.repeat(64);
const published = (path: string, objectKey: string) => ({
  source: { path, packaging: 'file' },
  destinations: { here: { bucketName: 'assets', objectKey } },
});

/** A folder with one nested assembly whose manifest publishes these files. */
function folder(files: Readonly<Record<string, object>>): string {
  const root = mkdtempSync(join(tmpdir(), 'assets-'));
  const nested = join(root, 'assembly-a');
  mkdirSync(nested);
  writeFileSync(join(nested, 'aConnect.assets.json'), JSON.stringify({ files }));
  return root;
}

test('an asset is what the manifest of a nested assembly publishes, by its key', () => {
  const root = folder({
    code: published(`../asset.${hash('a')}`, 'code.zip'),
    roster: published(`../asset.${hash('b')}.json`, 'roster.json'),
  });
  mkdirSync(join(root, `asset.${hash('a')}`));
  writeFileSync(join(root, `asset.${hash('a')}`, 'index.js'), 'exports.handler=1');
  writeFileSync(join(root, `asset.${hash('b')}.json`), '{}');
  for (const directory of [root, join(root, 'assembly-a')]) {
    const assets = readAssets(directory);
    expect([...assets.keys()]).toEqual(['code.zip', 'roster.json']);
    expect(Buffer.from(assets.get('code.zip')?.file('index.js') ?? []).toString()).toBe('exports.handler=1');
    expect(assets.get('code.zip')?.file('main.js')).toBeUndefined();
    expect(assets.get('code.zip')?.sha256()).toBeUndefined();
    expect(assets.get('code.zip')?.json()).toBeUndefined();
    expect(assets.get('roster.json')?.json()).toEqual({});
    expect(assets.get('roster.json')?.sha256()).toBe(createHash('sha256').update('{}').digest('hex'));
  }
});

test('nothing leads out of the assembly', () => {
  const root = folder({
    above: published('../../secret', 'above'),
    far: published(`../../asset.${hash('a')}`, 'far'),
    code: published(`../asset.${hash('c')}`, 'code.zip'),
    link: published(`../asset.${hash('d')}.json`, 'link.json'),
  });
  writeFileSync(join(root, 'secret'), 'secret');
  mkdirSync(join(root, `asset.${hash('c')}`));
  symlinkSync(join(root, 'secret'), join(root, `asset.${hash('c')}`, 'index.js'));
  symlinkSync(join(root, 'secret'), join(root, `asset.${hash('d')}.json`));
  const assets = readAssets(root);
  expect([...assets.keys()]).toEqual(['code.zip', 'link.json']);
  expect(assets.get('code.zip')?.file('index.js')).toBeUndefined();
  expect(assets.get('code.zip')?.file('../secret')).toBeUndefined();
  expect(assets.get('link.json')?.sha256()).toBeUndefined();
  expect(assets.get('link.json')?.json()).toBeUndefined();
});

test('manifests that are not understood publish nothing', () => {
  const root = folder({ a: { source: {} }, b: [], c: published('x', 'x') });
  writeFileSync(join(root, 'broken.assets.json'), '{');
  expect([...readAssets(root).keys()]).toEqual([]);
  expect([...readAssets(join(root, 'nowhere')).keys()]).toEqual([]);
});
