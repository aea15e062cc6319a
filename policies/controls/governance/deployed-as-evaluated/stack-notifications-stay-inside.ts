import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck } from '../../../authoring/check.ts';
import { exampleFolder, withArtifact } from '../../../authoring/fixtures/example-folder.ts';
import type { AssemblyView } from '../../../template/assembly-view.ts';
import { PhysicalNames } from '../../../template/physical-names.ts';

const stacks = {
  'meridian/Alerts': { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alerts' } } },
};
const notified = (...arns: string[]) => ({
  ...withArtifact(({ properties }) => {
    properties.notificationArns = arns;
  }),
  stacks,
});

/** ARNs of the topics that the templates make. */
function topicsOf(view: AssemblyView): Set<unknown> {
  const names = new PhysicalNames(view.assembly, { inventsNames: false, takesDefaults: true });
  return new Set(
    view.ofType('AWS::SNS::Topic').map(({ stack, resource }) => names.ref(resource.logicalId, stack)),
  );
}

/** CloudFormation tells a topic every event of a stack, names and parameters of its resources with them. */
export const check = assemblyCheck({
  control: 'LPO-GOV-07',
  name: 'stack-notifications-stay-inside',
  expected: 'a topic that a template of the assembly makes',
  fix: 'notify no topic, or one of the assembly',
  judge(view) {
    const { folder } = view.assembly;
    const settings = (folder?.artifacts ?? [])
      .filter(({ type }) => type === 'aws:cloudformation:stack')
      .map(({ manifest, id, properties }) => ({
        manifest,
        id,
        arns: [properties.notificationArns ?? []].flat(),
      }));
    if (settings.length === 0) return 'not applicable';
    const topics = topicsOf(view);
    return settings.flatMap(({ manifest, id, arns }) =>
      arns
        .filter((arn) => !topics.has(arn))
        .map((arn) => ({
          ...{ stack: manifest, property: `artifacts.${id}.properties.notificationArns`, got: asText(arn) },
        })),
    );
  },
  good: {
    'no topic': exampleFolder(),
    'a topic of the assembly': notified('arn:aws:sns:eu-west-2:200000000001:alerts'),
  },
  bad: {
    'a topic of another account': notified('arn:aws:sns:eu-west-2:999999999999:alerts'),
    'a topic beside one of the assembly': notified(
      'arn:aws:sns:eu-west-2:200000000001:alerts',
      'arn:aws:sns:eu-west-2:200000000001:other',
    ),
  },
});
