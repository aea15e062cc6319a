import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recoveryObjectives } from '../../lib/gates/profile/recovery-objectives';

const text = readFileSync(join(__dirname, '../../docs/recovery.md'), 'utf8').replace(/ +/g, ' ');

test.each(Object.entries(recoveryObjectives))(
  'docs/recovery.md states the objectives of %s',
  (tier, stated) => {
    const { rpoHours, rtoHours, testEveryDays } = stated;
    expect(text).toContain(
      `| \`${tier}\` | ${rpoHours} h | ${rtoHours} h | ${testEveryDays} days | every ${rpoHours / 2} h |`,
    );
  },
);
