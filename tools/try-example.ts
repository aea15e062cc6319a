import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// `npm run example`: packs, installs the tarball with the example app in a fresh folder, and runs the app's test.
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'own-cdk-app-'));

function npm(cwd: string, ...args: string[]): void {
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

try {
  cpSync(join(root, 'examples', 'own-cdk-app'), folder, {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|cdk\.out)$/.test(path),
  });
  npm(root, 'pack', '--silent', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((file) => /^closed-room-.*\.tgz$/.test(file));
  if (tarball === undefined) throw new Error(`npm pack wrote no tarball into ${folder}`);
  renameSync(join(folder, tarball), join(folder, 'closed-room.tgz'));
  npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund');
  npm(folder, 'test');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
