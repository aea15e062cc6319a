import { RegionInfo } from 'aws-cdk-lib/region-info';
import { denyAnyone, type PolicyDocument, policyDocument } from './policy-document';
import type { VendorPerimeter } from './vendor-perimeter';

/**
 * People on matters come through endpoints of the vendor's account.
 *
 * `aws:VpceAccount` is absent on the request S3 sends to KMS for them, hence the exemption for exactly that
 * service; a general `aws:ViaAWSService` would open the way through every other one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (aws:VpceAccount)
 */
export function networkPerimeter({ account, region, roles }: VendorPerimeter): PolicyDocument {
  const people = { ArnLike: { 'aws:PrincipalArn': roles.people } };
  const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
  return policyDocument([
    denyAnyone('PeopleReachObjectsThroughEndpoints', ['s3:*'], {
      ...people,
      StringNotEqualsIfExists: { 'aws:VpceAccount': account },
    }),
    denyAnyone('PeopleReachKeysThroughEndpointsOrS3', ['kms:*'], {
      ...people,
      StringNotEqualsIfExists: { 'aws:VpceAccount': account, 'kms:ViaService': `s3.${region}.${suffix}` },
    }),
    // A presigned URL or form works for whoever holds it.
    denyAnyone('NoPresignedUrls', ['s3:*'], {
      ArnNotLikeIfExists: { 'aws:PrincipalArn': roles.deploy },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      StringEquals: { 's3:authType': ['POST', 'REST-QUERY-STRING'] },
    }),
  ]);
}
