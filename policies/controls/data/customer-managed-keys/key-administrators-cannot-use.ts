import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { allow } from '../../../authoring/fixtures/allow.ts';
import { keyUnder } from '../../../authoring/fixtures/key.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { keyAdministration, keyUse, onlyThroughBackup, reaches } from '../../../reading/key-actions.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const through = (service: string) => ({
  ...use('admin', 'kms:Decrypt'),
  Condition: { StringEquals: { 'kms:ViaService': service } },
});
const use = (name: string, ...actions: string[]) => allow({ AWS: roleArn(name) }, actions);

/** Over all statements together: what one statement separates, another must not join again. */
export const check = resourceCheck({
  control: 'LPO-DAT-01',
  name: 'key-administrators-cannot-use',
  expected: 'no principal can both administer the key and use it, not even through a grant',
  fix: 'spell out administrative actions without wildcards (kms:Create* contains CreateGrant) and split the roles',
  types: ['AWS::KMS::Key'],
  judge(resource) {
    const powers = new Map<string, { administers: string[]; uses: string[]; at: Statement }>();
    for (const statement of resource.statements('KeyPolicy')) {
      if (statement.effect !== 'Allow') continue;
      for (const { kind, value } of statement.principals) {
        const known = powers.get(`${kind} ${value}`) ?? { administers: [], uses: [], at: statement };
        known.administers.push(...reaches(statement, keyAdministration));
        if (!onlyThroughBackup(statement)) known.uses.push(...reaches(statement, keyUse));
        powers.set(`${kind} ${value}`, known);
      }
    }
    return [...powers].flatMap(([who, { administers, uses, at }]): Deviation[] =>
      administers.length > 0 && uses.length > 0
        ? [
            {
              property: at.path,
              got: `${who} has ${administers[0]} and also ${[...new Set(uses)].join(', ')}`,
            },
          ]
        : [],
    );
  },
  good: {
    'a vault made through AWS Backup': keyUnder(
      use('admin', 'kms:PutKeyPolicy'),
      through('backup.eu-west-2.amazonaws.com'),
    ),
    apart: keyUnder(use('admin', 'kms:PutKeyPolicy', 'kms:CreateAlias'), use('reader', 'kms:Decrypt')),
  },
  bad: {
    'through S3': keyUnder(use('admin', 'kms:PutKeyPolicy'), through('s3.eu-west-2.amazonaws.com')),
    'one statement': keyUnder(use('admin', 'kms:PutKeyPolicy', 'kms:Decrypt')),
    'two statements': keyUnder(use('admin', 'kms:PutKeyPolicy'), use('admin', 'kms:Decrypt')),
    'a wildcard that contains CreateGrant': keyUnder(use('admin', 'kms:DisableKey', 'kms:Create*')),
    everything: keyUnder(use('admin', 'kms:*')),
  },
});
