import { allStatements } from '../../../policies/proofs/all-statements.ts';
import { proveAssembly } from '../../../policies/proofs/prove-assembly.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';

// A matter with a privileged zone, and its tags edited as if it held standard classes alone.

// biome-ignore lint/suspicious/noExplicitAny: templates are edited as JSON is
type Template = Record<string, any>;

const room = exampleAssembly('meridian');
const statements = allStatements.filter(({ id }) => /^(second-approver|release-approver)/.test(id));

function refusals(edit: (resources: Template) => void): string[] {
  const stacks = room.stacks.map((one) => {
    if (one.id !== 'meridian/Matter-m-7f3a9c') return one;
    const template = structuredClone(one.template);
    edit(template.Resources as Template);
    return { ...one, template };
  });
  return proveAssembly({ ...room, stacks }, { statements }).results.flatMap(
    ({ statement, subject, verdict }) =>
      'culprits' in verdict
        ? [`${statement.id}: ${subject}: ${verdict.witness.join(' ')} ${verdict.culprits.join(' ')}`]
        : [],
  );
}

const lower = (resource: Template): void => {
  for (const tag of resource.Properties?.Tags ?? [])
    if (tag.Key === 'lpo:data-class') tag.Value = 'PII_BASIC';
};

/** The role of the second approver under another name: it is not made any more. */
function dropSecondApprover(resources: Template): void {
  for (const { Type, Properties } of Object.values(resources))
    if (Type === 'AWS::IAM::Role' && /-second-approver$/.test(Properties.RoleName))
      Properties.RoleName = 'lpo-meridian-m-7f3a9c-proofreader';
}

test('the room as it is', () => {
  expect(refusals(() => undefined)).toEqual([]);
});

test('one tag that is lowered is a finding, and where it stands is said', () => {
  const said = refusals((resources) => {
    const [bucket] = Object.values(resources).filter(({ Type }) => Type === 'AWS::S3::Bucket');
    lower(bucket);
  });
  expect(said).toEqual([
    expect.stringMatching(
      /data classes of m-7f3a9c: got lpo:data-class PII_BASIC on lpo-meridian-m-7f3a9c-2.*DocumentsBucket/,
    ),
  ]);
});

test('with every tag lowered, the privileged zone still asks for a second approver', () => {
  const said = refusals((resources) => {
    for (const resource of Object.values(resources)) lower(resource);
    dropSecondApprover(resources);
  });
  expect(said).toContainEqual(
    expect.stringMatching(
      /^second-approver-releases-a-file: .*no template makes the role .*-second-approver/,
    ),
  );
});
