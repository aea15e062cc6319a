import { type Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Permission } from '../model/permission.ts';

/** A permission of the model as a statement of the CDK. */
export const permissionStatement = ({ sid, effect = 'Allow', ...rest }: Permission): PolicyStatement =>
  new PolicyStatement({
    ...(sid !== undefined && { sid }),
    effect: effect as Effect,
    actions: [...rest.actions],
    resources: [...rest.resources],
    ...(rest.conditions && { conditions: rest.conditions }),
  });
