import type { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { accessPointArn, bucketArn } from '../arns.ts';
import { loggedEndpoints } from '../network/endpoints.ts';

export interface TrailSelectorsProps {
  /** AWS partition, `aws` or `aws-us-gov`, for ARNs. */
  readonly partition: string;
  /** Region the resources are in, for example `eu-west-2`. */
  readonly region: string;
  /** Account the resources are in, twelve digits. */
  readonly account: string;
  /** Prefix of the names of the vendor's buckets and access points, `lpo-<vendor>-`. */
  readonly namePrefix: string;
}

/**
 * Services whose refused calls through an endpoint are recorded: those the workspace reaches, and those that an
 * endpoint made beside the deployment would be asked for first.
 */
const networkActivitySources = [
  ...new Set([...loggedEndpoints, 'cloudtrail', 'ec2', 'secretsmanager']),
].sort();

/**
 * Selectors of the trail: every management event, every request for an object of the workspace, every call of
 * a function, and every request an endpoint refused.
 *
 * `StartsWith`, because selectors know no wildcards; a new matter is recorded without touching the trail.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
 */
export function trailSelectors(props: TrailSelectorsProps): CfnTrail.AdvancedEventSelectorProperty[] {
  const { namePrefix } = props;
  const is = (field: string, value: string) => ({ field, equalTo: [value] });
  const data = (name: string, type: string, startsWith?: string) => ({
    name,
    fieldSelectors: [
      is('eventCategory', 'Data'),
      is('resources.type', type),
      ...(startsWith ? [{ field: 'resources.ARN', startsWith: [startsWith] }] : []),
    ],
  });
  return [
    { name: 'management', fieldSelectors: [is('eventCategory', 'Management')] },
    data('objects', 'AWS::S3::Object', bucketArn(props, namePrefix)),
    data('objects through access points', 'AWS::S3::AccessPoint', accessPointArn(props, namePrefix)),
    data('functions', 'AWS::Lambda::Function'),
    ...networkActivitySources.map((service) => ({
      name: `endpoint denials of ${service}`,
      fieldSelectors: [
        is('eventCategory', 'NetworkActivity'),
        is('eventSource', `${service}.amazonaws.com`),
        is('errorCode', 'VpceAccessDenied'),
      ],
    })),
  ];
}
