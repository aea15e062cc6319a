import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { bucket } from '../../../authoring/fixtures/bucket.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { calls, certainStates, type MachineState } from '../../../reading/machine-states.ts';
import { matterOf } from '../../../reading/matter-of.ts';
import { vendorsOf } from '../../../reading/vendors.ts';
import type { AssemblyView } from '../../../template/assembly-view.ts';
import { vendorName } from '../../../template/names.ts';
import { isObject } from '../../../template/template-shape.ts';

const machine = 'AWS::StepFunctions::StateMachine';

/** Steps a suspension is made of. */
const killSwitchSteps = [
  'record-suspension',
  'attach-quarantine',
  'revoke-vpn-rules',
  'end-vpn-sessions',
  'suspend-roles',
  'close-buckets',
  'disable-keys',
  'capture-evidence',
  'tell-everyone',
];

/** Steps around them: what is asked for, and what became of it. */
const around = ['check-request', 'summarize'];

const requireIt =
  'remove the step; or name it in policies/controls/incident/kill-switch/switch-runs-every-step.ts, so that it cannot vanish unnoticed';

/** Name of the step that a state runs, as far as it says so. */
const stepOf = ({ Type, Parameters }: MachineState): string | undefined =>
  Type === 'Task' ? asText(isObject(Parameters) ? Parameters.step : 'unnamed') : undefined;

/** A step that failed is passed over, never the end of the others. */
const goesOn = ({ Next, Catch }: MachineState): boolean =>
  Array.isArray(Catch) &&
  Catch.some((each) => [each?.ErrorEquals].flat().includes('States.ALL') && each.Next === Next);

/** A machine that ends at once, or that knows of one matter of two, looks like a switch until it is thrown. */
export const check = assemblyCheck({
  control: 'LPO-INC-02',
  name: 'switch-runs-every-step',
  expected: `each vendor has a state machine ${vendorName('<vendor>', 'killSwitch')} outside its own account that comes to every step, and to no other, whatever fails, by a function that knows every matter and every privileged zone`,
  fix: 'synthesize the kill switch again; give the function MATTERS and MATTERS_WITH_PRIVILEGED_ZONE',
  judge(view): PlacedDeviation[] | 'not applicable' {
    const vendors = vendorsOf(view);
    if (vendors.length === 0) return 'not applicable';
    return vendors.flatMap(({ vendor, account, anchor }) => {
      const name = vendorName(vendor, 'killSwitch');
      const found = view
        .ofType(machine)
        .find(
          ({ stack, resource }) => resource.text('StateMachineName') === name && stack.account !== account,
        );
      if (!found) return [{ stack: anchor.stack.id, property: machine, got: `no kill switch of ${vendor}` }];
      const { stack, resource } = found;
      const states = certainStates(resource.text('DefinitionString'));
      const at = { stack: stack.id, logicalId: resource.logicalId, property: 'DefinitionString' };
      return [
        ...killSwitchSteps
          .filter((step) => !states.some((state) => calls(state, name, { step }) && goesOn(state)))
          .map((step) => ({ ...at, got: `${step} is not run whatever fails before and in it` })),
        ...states
          .map(stepOf)
          .filter((step) => step !== undefined && ![...killSwitchSteps, ...around].includes(step))
          .map((step) => ({ ...at, got: `a step nobody requires: ${step}`, fix: requireIt })),
        ...unknownMatters(view, name, account).map((what) => ({ ...at, property: 'MATTERS', got: what })),
      ];
    });
  },
  good: { whole: example({}) },
  bad: {
    none: example({ name: 'lpo-meridian-other' }),
    'in the account of the vendor': example({ account: '200000000001' }),
    'ends at once': example({ definition: { StartAt: 'x', States: { x: { Type: 'Succeed' } } } }),
    'a step is missing': example({ steps: killSwitchSteps.slice(1) }),
    'a step that nobody would miss': example({ steps: [...killSwitchSteps, 'other'] }),
    'one failure ends all': example({ more: { Catch: [] } }),
    'another function': example({
      more: { Resource: 'arn:aws:lambda:eu-west-2:100000000002:function:other' },
    }),
    'forgets the matter': example({ matters: 'm-2be41d' }),
    'forgets the zone': example({ privileged: 'none' }),
  },
});

/** Matters of the templates that the function's settings do not name. */
function unknownMatters(view: AssemblyView, name: string, account: string): string[] {
  const functions = view
    .ofType('AWS::Lambda::Function')
    .filter(({ resource }) => resource.text('FunctionName') === name);
  const named = (setting: string) =>
    functions.flatMap(({ resource }) => resource.text(`Environment.Variables.${setting}`)?.split(',') ?? []);
  const [matters, privileged] = [named('MATTERS'), named('MATTERS_WITH_PRIVILEGED_ZONE')];
  const missing = view
    .ofType('AWS::S3::Bucket')
    .filter(({ stack }) => stack.account === account)
    .flatMap(({ resource }) => {
      const matter = matterOf(resource);
      if (matter === undefined) return [];
      const isZone = resource.tags['lpo:zone'] === 'privileged';
      if (!matters.includes(matter)) return [`the switch does not know ${matter}`];
      return isZone && !privileged.includes(matter)
        ? [`it does not know the privileged zone of ${matter}`]
        : [];
    });
  return [...new Set(missing)];
}

interface Example {
  readonly name?: string;
  readonly account?: string;
  readonly steps?: readonly string[];
  readonly more?: object;
  readonly definition?: object;
  readonly matters?: string;
  readonly privileged?: string;
}

function example(of: Example): ExampleStacks {
  const {
    name = vendorName('meridian', 'killSwitch'),
    account = '100000000002',
    steps = killSwitchSteps,
  } = of;
  const States = Object.fromEntries(
    steps.map((step, index) => {
      const Next = steps[index + 1] ?? 'end';
      const Resource = `arn:aws:lambda:eu-west-2:100000000002:function:${vendorName('meridian', 'killSwitch')}`;
      const Catch = [{ ErrorEquals: ['States.ALL'], Next }];
      return [step, { Type: 'Task', Resource, Parameters: { step }, Next, Catch, ...of.more }];
    }),
  );
  const definition = of.definition ?? { StartAt: steps[0], States: { ...States, end: { Type: 'Succeed' } } };
  const Variables = {
    MATTERS: of.matters ?? 'm-2be41d,m-7f3a9c',
    MATTERS_WITH_PRIVILEGED_ZONE: of.privileged ?? 'm-7f3a9c',
  };
  const documents = (zone: string) =>
    bucket({ Tags: tags({ 'lpo:vendor': 'meridian', 'lpo:matter': 'm-7f3a9c', 'lpo:zone': zone }) });
  return {
    'meridian/Matter-m-7f3a9c': {
      account: '200000000001',
      template: { Resources: { Documents: documents('documents'), Privileged: documents('privileged') } },
    },
    'meridian/KillSwitch': {
      account,
      template: {
        Resources: {
          Machine: {
            Type: machine,
            Properties: { StateMachineName: name, DefinitionString: JSON.stringify(definition) },
          },
          Function: {
            Type: 'AWS::Lambda::Function',
            Properties: { FunctionName: vendorName('meridian', 'killSwitch'), Environment: { Variables } },
          },
        },
      },
    },
  };
}
