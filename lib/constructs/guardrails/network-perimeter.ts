import { RegionInfo } from 'aws-cdk-lib/region-info';
import {
  type Conditions,
  deny,
  denyAnyone,
  type PolicyDocument,
  policyDocument,
  type Statement,
} from './policy-document.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/**
 * People on matters come through endpoints of the vendor's account.
 *
 * `aws:VpceAccount` is absent on the request S3 sends to KMS for them, hence the exemption for exactly that
 * service; a general `aws:ViaAWSService` would open the way through every other one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (aws:VpceAccount)
 */
function throughEndpoints({ account, region, roles }: VendorPerimeter): [string, string, Conditions][] {
  const people = { ArnLike: { 'aws:PrincipalArn': roles.people } };
  const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
  return [
    [
      'PeopleReachObjectsThroughEndpoints',
      's3:*',
      { ...people, StringNotEqualsIfExists: { 'aws:VpceAccount': account } },
    ],
    [
      'PeopleReachKeysThroughEndpointsOrS3',
      'kms:*',
      {
        ...people,
        StringNotEqualsIfExists: { 'aws:VpceAccount': account, 'kms:ViaService': `s3.${region}.${suffix}` },
      },
    ],
  ];
}

/** For a service control policy: wherever the resource is, these people only reach it from the workspace. */
export const peopleStayInside = (perimeter: VendorPerimeter): Statement[] =>
  throughEndpoints(perimeter).map(([sid, action, conditions]) => deny(sid, [action], conditions));

/** For a resource control policy: wherever the caller's own policies come from. */
export function networkPerimeter(perimeter: VendorPerimeter): PolicyDocument {
  return policyDocument([
    ...throughEndpoints(perimeter).map(([sid, action, conditions]) => denyAnyone(sid, [action], conditions)),
    // A presigned URL or form works for whoever holds it. Neither the CDK nor CloudFormation uses one. Source: AWS
    // Prescriptive Guidance, "Presigned URL best practices", appendix A.
    denyAnyone('NoPresignedUrls', ['s3:*'], {
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      StringEquals: { 's3:authType': ['POST', 'REST-QUERY-STRING'] },
    }),
  ]);
}
