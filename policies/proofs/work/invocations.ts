import { asText } from '../../../lib/model/as-text.ts';
import { runsDaily } from '../../reading/schedule-interval.ts';
import { formatPlace } from '../policy/statement.ts';
import type { Made, World } from '../world/world.ts';
import type { Fact, RoleWorker } from './job.ts';
import { partitionOf } from './roles.ts';

interface Target {
  readonly Arn?: unknown;
  readonly RoleArn?: unknown;
}

const isFunction = (arn: unknown): arn is string => typeof arn === 'string' && arn.split(':')[2] === 'lambda';

/**
 * Rules that call functions: without a role each needs a permission of the function for the rule.
 * Source: EventBridge User Guide, "Resource-based policies for EventBridge", AWS Lambda permissions.
 */
export const rulesCallFunctions = (world: World): Fact[] =>
  world.ofType('AWS::Events::Rule').flatMap((rule) =>
    ([rule.properties.Targets ?? []].flat() as Target[])
      .filter(({ Arn }) => isFunction(Arn))
      .map(({ Arn, RoleArn }) => ({
        subject: `${rule.reference} calls ${`${Arn}`.split(':').at(-1)}`,
        decide: () => {
          if (rule.properties.State === 'DISABLED') return refused(rule, 'the rule is disabled');
          if (RoleArn !== undefined)
            return refused(rule, `it calls as ${asText(RoleArn)}, which no job knows`);
          return world
            .ofType('AWS::Lambda::Permission')
            .some((permission) => permits(world, permission, rule, `${Arn}`))
            ? { kind: 'proved' as const, because: ['the permission of the function'] }
            : refused(rule, 'no permission of the function lets the rule call it');
        },
      })),
  );

/** A rule that runs every day calls the function that works as a role, for nothing else than the time of day. */
export const runsEveryDay = (world: World, role: RoleWorker): Fact => {
  const functions = world
    .ofType('AWS::Lambda::Function')
    .filter(({ properties }) => properties.Role === role.arn);
  const names = functions.map(({ reference }) => reference);
  const rules = world
    .ofType('AWS::Events::Rule')
    .filter(({ properties }) =>
      ([properties.Targets ?? []].flat() as Target[]).some(
        ({ Arn }) => isFunction(Arn) && names.includes(Arn.split(':')[6] ?? ''),
      ),
    );
  return {
    subject: `${role.arn.split('/').at(-1)} runs every day`,
    decide: () =>
      rules.some(({ properties }) => runsDaily(asText(properties.ScheduleExpression)))
        ? { kind: 'proved', because: ['its rule'] }
        : {
            kind: 'refuted',
            witness: [
              rules.length === 0
                ? 'no rule calls its function'
                : `its schedule is ${rules.map(({ properties }) => asText(properties.ScheduleExpression)).join(', ')}, which is not every day`,
            ],
            culprits: [...rules, ...functions].map(({ place }) => formatPlace(place)),
          },
  };
};

const refused = (rule: Made, why: string) => ({
  kind: 'refuted' as const,
  witness: [`${rule.reference} never runs its function`],
  culprits: [`${why} (${formatPlace(rule.place)})`],
});

function permits(world: World, { properties }: Made, rule: Made, target: string): boolean {
  const { Action, Principal, FunctionName, SourceArn, SourceAccount } = properties;
  // An event rule shows neither a token, nor an organization, nor the URL of a function.
  const asksForMore = [
    'EventSourceToken',
    'FunctionUrlAuthType',
    'InvokedViaFunctionUrl',
    'PrincipalOrgID',
  ].some((name) => properties[name] !== undefined);
  const name = target.split(':').at(-1);
  const arn = `arn:${partitionOf(world)}:events:${rule.region}:${rule.account}:rule/${rule.properties.Name ?? rule.reference}`;
  return (
    !asksForMore &&
    Action === 'lambda:InvokeFunction' &&
    Principal === 'events.amazonaws.com' &&
    (FunctionName === target || FunctionName === name) &&
    (SourceArn === undefined || SourceArn === arn) &&
    (SourceAccount === undefined || SourceAccount === rule.account)
  );
}
