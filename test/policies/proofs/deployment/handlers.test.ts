import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { bootstrapRoles } from '../../../../policies/proofs/aws/bootstrap-roles.ts';
import { handlerPermissions } from '../../../../policies/proofs/deployment/handler-permissions.ts';
import {
  notActions,
  onlyToGiveUp,
  onlyWith,
  refusedLater,
} from '../../../../policies/proofs/deployment/handler-uses.ts';
import { unpublishedHandlers } from '../../../../policies/proofs/deployment/unpublished-handlers.ts';
import { unknownAction } from '../../../../policies/reading/known-actions.ts';
import { covers } from '../../../../policies/template/glob.ts';
import { refreshHandlers } from '../../../../tools/handler-permissions.ts';

const { types } = handlerPermissions;
const actionsOf = (type: string): string[] => {
  const { create = [], read = [], update = [], delete: remove = [] } = types[type] ?? {};
  return [...create, ...read, ...update, ...remove].map((action) =>
    action.replace(/^[^:]+/, (service) => service.toLowerCase()),
  );
};

test('every action of a handler is known to IAM, or listed as none', () => {
  const all = [
    ...Object.keys(types).flatMap(actionsOf),
    ...Object.values(unpublishedHandlers).flatMap(
      ({ create = [], read = [], update = [], delete: remove = [] }) => [
        ...create,
        ...read,
        ...update,
        ...remove,
      ],
    ),
  ];
  expect(all.length).toBeGreaterThan(500);
  const strange = all.filter((action) => unknownAction(action) !== undefined);
  expect(strange.filter((action) => !notActions.some((pattern) => covers(pattern, action)))).toEqual([]);
});

test('a type is published or listed by hand, never both', () => {
  expect(Object.keys(unpublishedHandlers).filter((type) => Object.hasOwn(types, type))).toEqual([]);
});

test.each(
  [onlyWith, onlyToGiveUp].flatMap((table) =>
    Object.entries(table).flatMap(([type, properties]) =>
      Object.values(properties).flatMap((patterns) => patterns.map((pattern) => [type, pattern] as const)),
    ),
  ),
)('%s: its handlers call %s', (type, pattern) => {
  expect(actionsOf(type).filter((action) => covers(pattern, action))).not.toEqual([]);
});

test.each(Object.entries(refusedLater))('%s: its handlers call what is refused later', (type, actions) => {
  expect(actions.filter((action) => !actionsOf(type).includes(action))).toEqual([]);
});

test('the roles of the command line are allowed what the template of `cdk bootstrap` gives them', () => {
  const root = dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json'));
  const file = join(root, 'lib/api/bootstrap/bootstrap-template.yaml');
  // biome-ignore lint/suspicious/noExplicitAny: a template as parsed
  const { Resources } = parseDocument(readFileSync(file, 'utf8'), { logLevel: 'silent' }).toJS() as any;
  const written = {
    deploy: Resources.DeploymentActionRole.Properties.Policies[0].PolicyDocument.Statement,
    'file-publishing': Resources.FilePublishingRoleDefaultPolicy.Properties.PolicyDocument.Statement,
  };
  const place = {
    partition: 'aws',
    account: '1',
    region: 'r',
    executionRole: 'x',
    assets: 'a',
    versionParameter: '/v',
  };
  for (const role of ['deploy', 'file-publishing'] as const)
    for (const statement of bootstrapRoles[role](place) as { Sid?: string; Action: string | string[] }[]) {
      if (statement.Sid === 'AWSCloudFormationReadOnlyAccess') {
        const attached = JSON.stringify(Resources.DeploymentActionRole.Properties.ManagedPolicyArns);
        expect(attached).toContain('policy/AWSCloudFormationReadOnlyAccess');
      } else {
        const actions = written[role].map(({ Action }: { Action: string | string[] }) => [Action].flat());
        expect(actions).toContainEqual([statement.Action].flat());
      }
    }
});

describe('refreshing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
  mkdirSync(folder, { recursive: true });
  for (const [typeName, handlers] of Object.entries(types))
    writeFileSync(
      join(folder, `${typeName.replaceAll('::', '-').toLowerCase()}.json`),
      JSON.stringify({
        typeName,
        handlers: Object.fromEntries(
          Object.entries(handlers).map(([operation, permissions]) => [operation, { permissions }]),
        ),
      }),
    );

  test('the same schemas give the same data', () => {
    const text = refreshHandlers(folder, handlerPermissions.asOf);
    const data = text.slice(text.lastIndexOf('= {') + 2).replace(/;\s*$/, '');
    expect(parseDocument(data).toJS()).toEqual(JSON.parse(JSON.stringify(handlerPermissions)));
  });

  test('a type without handlers is named', () => {
    writeFileSync(join(folder, 'new.json'), JSON.stringify({ typeName: 'AWS::New::Thing' }));
    expect(() => refreshHandlers(folder, '2026-11-28', ['AWS::New::Thing'])).toThrow(
      'no handlers of AWS::New::Thing',
    );
  });
});
