import type { Assembly, StackTemplate, TemplateResource } from '../template/assembly.ts';
import { ResourceView } from '../template/resource-view.ts';
import type { ExampleStack, ExampleStacks } from './control.ts';

/** The account and region every example stands in unless it says otherwise. */
export const exampleAccount = '200000000001';
export const exampleRegion = 'eu-west-2';

/** A `good` or `bad` example of an assembly-level check as an assembly. */
export function exampleAssembly(example: ExampleStacks): Assembly {
  const stacks = Object.entries(example).map(([id, given]): StackTemplate => {
    const stack: ExampleStack = isExampleStack(given) ? given : { template: { Resources: given } };
    return {
      id,
      stackName: id.replaceAll('/', '-'),
      account: stack.account ?? exampleAccount,
      region: stack.region ?? exampleRegion,
      file: `${id}.json`,
      template: asJson(stack.template),
      constructPaths: {},
      terminationProtection: stack.terminationProtection ?? true,
      parameters: {},
      acknowledgements: [],
    };
  });
  return { directory: '.', stacks: stacks.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** A `good` or `bad` example of a resource-level check. */
export const exampleResource = (resource: TemplateResource): ResourceView =>
  new ResourceView('Example', asJson(resource), {
    id: 'meridian/Example',
    account: exampleAccount,
    region: exampleRegion,
  });

/** Templates are JSON: what an example sets to undefined is absent. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const isExampleStack = (given: ExampleStacks[string]): given is ExampleStack =>
  typeof (given as ExampleStack).template === 'object' && !('Type' in (given as ExampleStack).template);
