import { deploymentActions } from './deployment-actions.ts';
import { type PolicyDocument, policyDocument } from './policy-document.ts';
import { reading } from './reading.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/**
 * Limits of the execution role, whatever policy and boundary `cdk bootstrap` gave it: it makes, changes and
 * removes resources of the types that the workspace has. What leads data out is not among it: replication, sharing,
 * peering, ways to the internet; nor is what undoes evidence and backups.
 */
export const deploymentLimits = ({ roles }: VendorPerimeter): PolicyDocument =>
  policyDocument([
    {
      Sid: 'TheDeploymentOnlyDeploys',
      Effect: 'Deny',
      NotAction: [...deploymentActions, ...reading],
      Resource: '*',
      Condition: { ArnLike: { 'aws:PrincipalArn': roles.deploy } },
    },
  ]);
