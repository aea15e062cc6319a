import { App, Stack } from 'aws-cdk-lib';
import { vaultPrincipals } from '../../../../lib/constructs/matter/vault-principals.ts';
import { matterFunctions } from '../../../../lib/model/engagement.ts';

const people = (functions: readonly (typeof matterFunctions)[number][]) =>
  vaultPrincipals({
    scope: new Stack(new App(), 'Stack'),
    vendor: 'meridian',
    matter: 'm-7f3a9c',
    zone: 'documents',
    functions,
    deployRoleName: 'deploy',
  }).people.map(({ fn }) => fn);

test('the policies of a zone name the functions of its matter alone', () => {
  expect(people(matterFunctions)).toContain('qcLead');
  const without = matterFunctions.filter((fn) => fn !== 'qcLead');
  expect(people(without)).toEqual(people(matterFunctions).filter((fn) => fn !== 'qcLead'));
});
