import type { Room, Worker } from '../../detection/tripwire.ts';
import { organizationName, vendorName } from '../../template/names.ts';
import { mattersOf } from '../authoring/matters.ts';
import { partitionOf, vendorBuckets } from '../work/roles.ts';
import type { Made, World } from '../world/world.ts';

/** The room of a vendor, by the names of its templates. */
export function roomOf(world: World): Room {
  const { account, name } = world;
  const buckets = mattersOf(world).flatMap((matter) => matter.buckets);
  const clock = vendorName(name, 'breachClock');
  return {
    partition: partitionOf(world),
    account,
    region: buckets[0]?.region ?? world.regions[0] ?? '',
    matterBuckets: buckets.map(({ label }) => label),
    stateBucket: vendorBuckets(world, 'state')[0]?.label ?? '',
    breakGlassRole: organizationName('breakGlass'),
    backedUp: world.ofType('AWS::Backup::BackupPlan').some((plan) => plan.account === account),
    functions: world
      .ofType('AWS::Lambda::Function')
      .filter((fn) => fn.account === account || fn.properties.FunctionName === clock)
      .filter((fn) => !isWaitedFor(world, fn))
      .map((fn) => workerOf(fn, 'AWS/Lambda', 'FunctionName')),
    machines: world
      .ofType('AWS::StepFunctions::StateMachine')
      .filter(({ properties }) => properties.StateMachineName === clock)
      .map((machine) => workerOf(machine, 'AWS/States', 'StateMachineArn')),
  };
}

const workerOf = (
  { account, region, reference }: Made,
  namespace: Worker['namespace'],
  dimension: string,
): Worker => ({ namespace, dimension, value: reference, account, region });

/** True for a function that sets something up at deployment: CloudFormation waits for it. */
const isWaitedFor = (world: World, { arn }: Made): boolean =>
  world.types
    .filter((type) => type === 'AWS::CloudFormation::CustomResource' || type.startsWith('Custom::'))
    .some((type) => world.ofType(type).some(({ properties }) => properties.ServiceToken === arn));
