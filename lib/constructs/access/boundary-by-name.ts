import { type IManagedPolicy, ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { boundaryName } from '../../model/names.ts';
import { policyArn } from '../arns.ts';

/**
 * A permissions boundary of the same account, by its name: the stack that makes it is deployed first.
 *
 * @param id of the imported construct, unique in `scope`
 */
export const boundaryByName = (
  scope: Construct,
  vendor: string,
  kind: Parameters<typeof boundaryName>[1],
  id = 'Boundary',
): IManagedPolicy =>
  ManagedPolicy.fromManagedPolicyArn(scope, id, policyArn(scope, boundaryName(vendor, kind)));
