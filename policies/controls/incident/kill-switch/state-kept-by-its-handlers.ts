import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { shape } from '../../../authoring/deny/condition-shapes.ts';
import { undenied } from '../../../authoring/deny/required-deny.ts';
import { bucket, logBucketName } from '../../../authoring/fixtures/bucket.ts';
import { bucketPolicy } from '../../../authoring/fixtures/bucket-policy.ts';
import { logBucketVendor } from '../../../reading/bucket-kind.ts';
import { bucketsWithPolicies } from '../../../reading/bucket-with-policy.ts';
import { isAccountId } from '../../../template/arn.ts';
import { readOurRole, type VendorPurpose, vendorName, words } from '../../../template/names.ts';
import type { ResourceView } from '../../../template/resource-view.ts';
import { isObject } from '../../../template/template-shape.ts';

interface Rule {
  readonly actions: readonly string[];
  /** Folder of the objects meant. @default - every object */
  readonly folder?: string;
  /** Roles of this vendor that may; nobody where empty. */
  readonly but: readonly VendorPurpose[];
}

const puts = ['s3:PutObject', 's3:PutObjectAcl', 's3:PutObjectTagging'];

/** Rules that make objects go by themselves: only sessions may. */
const expiring = (bucket: ResourceView): string[] =>
  bucket
    .list('LifecycleConfiguration.Rules')
    .map((rule) => (isObject(rule) ? rule : {}))
    .filter(
      (rule) =>
        rule.Status !== 'Disabled' &&
        ['ExpirationDate', 'ExpirationInDays', 'Transition', 'Transitions'].some((key) => key in rule) &&
        rule.Prefix !== 'sessions/',
    )
    .map(({ Id }) => asText(Id));

/** Roles that suspend do not reinstate, roles that reinstate do not suspend, and a session is what the connect handler saw. */
const rules: readonly Rule[] = [
  { actions: puts, but: ['containment', 'connect'] },
  { actions: puts, folder: 'suspended', but: ['containment'] },
  { actions: puts, folder: 'sessions', but: ['connect'] },
  { actions: ['s3:DeleteObject'], but: ['keyCustodian'] },
  { actions: ['s3:DeleteObject'], folder: 'sessions', but: [] },
  { actions: ['s3:GetObject', 's3:GetObjectVersion'], but: ['sweep', 'containment'] },
  {
    actions: [
      's3:BypassGovernanceRetention',
      's3:DeleteObjectTagging',
      's3:DeleteObjectVersion',
      's3:DeleteObjectVersionTagging',
      's3:PutObjectLegalHold',
      's3:PutObjectRetention',
      's3:PutObjectTagging',
      's3:PutObjectVersionTagging',
    ],
    but: [],
  },
];

const rolesOf = (vendor: string | undefined, names: readonly VendorPurpose[]) =>
  shape('ArnNotEquals', 'aws:PrincipalArn', (values) =>
    values.every((value) => {
      const role = readOurRole(value);
      return (
        isAccountId(role?.inAccount ?? '') &&
        role?.vendor === vendor &&
        names.some((name) => role?.purpose === name)
      );
    }),
  );

export const check = assemblyCheck({
  control: 'LPO-INC-02',
  name: 'state-kept-by-its-handlers',
  expected:
    'the state bucket’s policy leaves suspensions to the kill switch, sessions to the connect handler, lifting to the key custodian, and the rest to nobody',
  fix: 'deny each of these to everyone, but where ArnNotEquals aws:PrincipalArn names these roles of the vendor',
  judge(view): PlacedDeviation[] | 'not applicable' {
    const states = bucketsWithPolicies(view).filter(({ kind }) => kind === 'state');
    if (states.length === 0) return 'not applicable';
    return states.flatMap((state) => [
      ...expiring(state.bucket.resource).map((id) => ({
        stack: state.bucket.stack.id,
        logicalId: state.bucket.resource.logicalId,
        property: 'LifecycleConfiguration',
        got: `rule ${id} lets more than sessions/ expire; a suspension that expires is lifted`,
      })),
      ...rules.flatMap(({ actions, folder, but }) => {
        const exempting = but.length > 0 ? [rolesOf(logBucketVendor(state.bucket.resource), but)] : [];
        const open = undenied({ actions, trigger: [], exempting }, state.statements, (statement) =>
          state.reaches(statement, 'objects') || folder === undefined
            ? state.reaches(statement, 'objects')
            : statement.resources.some((resource) => resource.endsWith(`/${folder}/*`)),
        );
        const { stack, resource } = state.policy ?? state.bucket;
        return open.length === 0
          ? []
          : [
              {
                stack: stack.id,
                logicalId: resource.logicalId,
                property: 'PolicyDocument',
                got: `${folder ?? 'every object'}: ${open.join(', ')} is not left to ${but.map((name) => words[name]).join(' and ') || 'nobody'}`,
              },
            ];
      }),
    ]);
  },
  ...examples(),
});

function examples(): { good: Record<string, ExampleStacks>; bad: Record<string, ExampleStacks> } {
  const arn = 'arn:aws:s3:::lpo-meridian-state-200000000001-eu-west-2';
  const role = (name: string) => `arn:aws:iam::200000000001:role/${name}`;
  const statements = rules.map(({ actions, folder, but }) => ({
    Effect: 'Deny',
    Principal: '*',
    Action: actions,
    Resource: folder === undefined ? `${arn}/*` : `${arn}/${folder}/*`,
    ...(but.length > 0 && {
      Condition: {
        ArnNotEquals: { 'aws:PrincipalArn': but.map((name) => role(vendorName('meridian', name))) },
      },
    }),
  }));
  const expire = (rule: object) => ({
    LifecycleConfiguration: { Rules: [{ Id: 'expire', Status: 'Enabled', ExpirationInDays: 7, ...rule }] },
  });
  const state = (statements: readonly object[], more: object = {}): ExampleStacks => ({
    'meridian/Connect': {
      account: '200000000001',
      template: {
        Resources: {
          State: bucket({ BucketName: logBucketName('state', '200000000001'), ...more }),
          Policy: bucketPolicy('State', ...statements),
        },
      },
    },
  });
  const but = (index: number, ...arns: string[]) =>
    statements.map((statement, at) =>
      at === index ? { ...statement, Condition: { ArnNotEquals: { 'aws:PrincipalArn': arns } } } : statement,
    );
  return {
    good: {
      'each its own': state(statements),
      'sessions expire': state(statements, expire({ Prefix: 'sessions/' })),
    },
    bad: {
      ...Object.fromEntries(
        rules.map(({ actions, folder }, index) => [
          `${actions[0]} in ${folder ?? 'every folder'}`,
          state(statements.filter((_, at) => at !== index)),
        ]),
      ),
      'another role writes': state(but(0, role(vendorName('meridian', 'connect')), role('lpo-meridian-x'))),
      "another vendor's switch suspends": state(but(1, role(vendorName('luzon', 'containment')))),
      'suspensions expire': state(statements, expire({ Prefix: 'suspended/' })),
      'everything expires': state(statements, expire({})),
      'any role lifts': state(but(3, role('*'))),
    },
  };
}
