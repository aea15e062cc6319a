import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { calls, certainStates } from '../../../reading/machine-states.ts';
import { vendorsOf } from '../../../reading/vendors.ts';
import type { Placed } from '../../../template/assembly-view.ts';
import { vendorName } from '../../../template/names.ts';
import { isObject } from '../../../template/template-shape.ts';

const machine = 'AWS::StepFunctions::StateMachine';
const Resource = `arn:aws:lambda:eu-west-2:100000000002:function:${vendorName('meridian', 'breachClock')}`;
const definition = JSON.stringify({
  StartAt: 'receive',
  States: {
    receive: { Type: 'Task', Resource, Parameters: { step: 'receive' }, Next: 'every' },
    every: {
      Type: 'Map',
      ItemsPath: '$.notices',
      ItemSelector: { step: 'warn' },
      ItemProcessor: {
        StartAt: 'wait',
        States: {
          wait: { Type: 'Wait', TimestampPath: '$.notice.at', Next: 'warn' },
          warn: { Type: 'Task', Resource, End: true },
        },
      },
      End: true,
    },
  },
});
/** Express workflows live five minutes, and a replaced or deleted machine takes its running clocks along. */
export const check = assemblyCheck({
  control: 'LPO-INC-01',
  name: 'breach-clock-runs',
  expected: `each vendor has a standard, logged and retained state machine ${vendorName('<vendor>', 'breachClock')} outside its own account, that waits for each notice and then warns`,
  fix: 'deploy the breach clock in the security account; keep StateMachineType STANDARD, logging ALL and both retain policies',
  judge(view): PlacedDeviation[] | 'not applicable' {
    const vendors = vendorsOf(view);
    if (vendors.length === 0) return 'not applicable';
    return vendors.flatMap(({ vendor, account, anchor }) => {
      const clock = view
        .ofType(machine)
        .find(({ resource }) => resource.text('StateMachineName') === vendorName(vendor, 'breachClock'));
      if (!clock) return [{ stack: anchor.stack.id, property: machine, got: `no breach clock of ${vendor}` }];
      const { stack, resource } = clock;
      return [...faults(clock, account), ...silence(clock, vendor)].map(({ property, got }) => ({
        ...{ stack: stack.id, logicalId: resource.logicalId, property, got },
      }));
    });
  },
  good: { whole: example({}) },
  bad: {
    none: example({}, { StateMachineName: vendorName('other', 'breachClock') }),
    express: example({}, { StateMachineType: 'EXPRESS' }),
    'errors only': example({}, { LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: true } }),
    'no log': example({}, { LoggingConfiguration: undefined }),
    'goes with its stack': example({ DeletionPolicy: undefined }),
    'goes when it is replaced': example({ UpdateReplacePolicy: 'Delete' }),
    'in the account of the vendor': example({}, {}, '200000000001'),
    'ends at once': example({}, { DefinitionString: '{"StartAt":"x","States":{"x":{"Type":"Succeed"}}}' }),
    'no definition that can be read': example({}, { DefinitionString: 'x' }),
    'never waits': example({}, { DefinitionString: definition.replace('"Wait"', '"Pass"') }),
    'warns by another function': example(
      {},
      { DefinitionString: definition.replaceAll(vendorName('meridian', 'breachClock'), 'other') },
    ),
  },
});

/** Received, and for each notice: waited for, then sent. */
function silence({ resource }: Placed, vendor: string) {
  const name = vendorName(vendor, 'breachClock');
  const states = certainStates(resource.text('DefinitionString'));
  const items = states.find(({ Type, ItemsPath }) => Type === 'Map' && ItemsPath === '$.notices');
  const [wait, warn] = certainStates(items?.ItemProcessor);
  const warns =
    states.some((state) => calls(state, name, { step: 'receive' })) &&
    isObject(items?.ItemSelector) &&
    items.ItemSelector.step === 'warn' &&
    wait?.Type === 'Wait' &&
    wait.TimestampPath === '$.notice.at' &&
    warn !== undefined &&
    calls(warn, name);
  return warns
    ? []
    : [{ property: 'DefinitionString', got: 'it does not wait for each notice and then warn' }];
}

function faults({ stack, resource }: Placed, vendorAccount: string) {
  const wanted = [
    ['StateMachineType', 'STANDARD'],
    ['LoggingConfiguration.Level', 'ALL'],
    ['LoggingConfiguration.IncludeExecutionData', 'true'],
  ] as const;
  const kept = ['DeletionPolicy', 'UpdateReplacePolicy'] as const;
  return [
    ...wanted
      .filter(([property, value]) => resource.text(property) !== value)
      .map(([property]) => ({ property, got: resource.show(property) })),
    ...kept
      .filter((attribute) => resource.resource[attribute] !== 'Retain')
      .map((property) => ({ property, got: asText(resource.resource[property]) })),
    ...(stack.account === vendorAccount
      ? [{ property: machine, got: "stands in the vendor's own account" }]
      : []),
  ];
}

function example(attributes: object, properties: object = {}, account = '100000000002'): ExampleStacks {
  return {
    'meridian/Network': {
      Vpc: vpc({ Tags: tags({ 'lpo:vendor': 'meridian' }) }),
    },
    'meridian/BreachClock': {
      account,
      template: {
        Resources: {
          Clock: {
            Type: machine,
            DeletionPolicy: 'Retain',
            UpdateReplacePolicy: 'Retain',
            ...attributes,
            Properties: {
              StateMachineName: vendorName('meridian', 'breachClock'),
              StateMachineType: 'STANDARD',
              DefinitionString: definition,
              LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: true },
              ...properties,
            },
          },
        },
      },
    },
  };
}
