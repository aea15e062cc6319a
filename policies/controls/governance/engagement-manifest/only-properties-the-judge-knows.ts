import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { misfitsIn } from '../../../authoring/shapes/closed.ts';

const example = (Type: string, Properties: object): ExampleStacks => ({
  'meridian/Example': {
    Vpc: { Type: 'AWS::EC2::VPC' },
    One: { Type, Properties: Properties as Record<string, unknown> },
  },
});
const bucket = (Properties: object) => example('AWS::S3::Bucket', Properties);
const group = (Properties: object) => example('AWS::Logs::LogGroup', Properties);
const table = (Properties: object) => example('AWS::EC2::RouteTable', Properties);

/** Unknown is never safe: a property nobody gave a shape, or a check, may be the way out. */
export const check = assemblyCheck({
  control: 'LPO-GOV-01',
  name: 'only-properties-the-judge-knows',
  expected: 'every property is one that the list of its type names, and of the shape that stands there',
  fix: 'remove it; or find out what it does, and give it a shape or the check that judges it, in the file of its type in policies/properties',
  judge: (view, { judgedTypes, properties }): PlacedDeviation[] =>
    view.resources.flatMap(({ stack, resource }): PlacedDeviation[] => {
      const at = { stack: stack.id, logicalId: resource.logicalId };
      const fields = Object.hasOwn(properties, resource.type) ? properties[resource.type] : undefined;
      if (fields !== undefined)
        return misfitsIn(fields, resource.properties, { view, stack, resource, path: '' }).map((misfit) => ({
          ...at,
          ...misfit,
        }));
      // A type that nobody knows has its finding already.
      return judgedTypes.has(resource.type)
        ? [{ ...at, property: 'Type', got: `${resource.type}, whose properties nobody has listed` }]
        : [];
    }),
  good: {
    'what checks look at': bucket({ BucketName: 'x', VersioningConfiguration: { Status: 'Enabled' } }),
    'the default, written out': group({ LogGroupClass: 'STANDARD' }),
    'a resource of the templates': table({ VpcId: { Ref: 'Vpc' } }),
    'a property that is taken away': bucket({ InventoryConfigurations: { Ref: 'AWS::NoValue' } }),
    'tags of the firm': group({ Tags: [{ Key: 'CostCentre', Value: '42' }] }),
  },
  bad: {
    'a property nobody knows': bucket({ InventoryConfigurations: [] }),
    'a field nobody knows': bucket({ NotificationConfiguration: { QueueConfigurations: [] } }),
    'another value': group({ LogGroupClass: 'INFREQUENT_ACCESS' }),
    'a value known only at deployment': group({ LogGroupClass: { Ref: 'Class' } }),
    'a resource from elsewhere': table({ VpcId: 'vpc-0123456789abcdef0' }),
    'another shape': bucket({ NotificationConfiguration: 'none' }),
    'a tag that policies read': group({ Tags: [{ Key: 'lpo:mfa', Value: 'true' }] }),
    'a type nobody listed': example('AWS::GlobalAccelerator::Accelerator', {}),
  },
});
