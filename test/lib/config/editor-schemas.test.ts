import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const files = readdirSync('config', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

test.each(files)('%s names the schema an editor checks it with', (name) => {
  const file = join('config', name);
  const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8')) ?? [];
  expect(schema).toBeDefined();
  expect(existsSync(join(dirname(file), schema ?? ''))).toBe(true);
});
