import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recoveryObjectives } from '../../lib/profile/recovery-objectives.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/recovery.md'), 'utf8').replace(/ +/g, ' ');

test.each(Object.entries(recoveryObjectives))(
  'docs/recovery.md states the objectives of %s',
  (tier, stated) => {
    const { rpoHours, rtoHours, testEveryDays } = stated;
    expect(text).toContain(
      `| \`${tier}\` | ${rpoHours} h | ${rtoHours} h | ${testEveryDays} days | every ${rpoHours / 2} h |`,
    );
  },
);
