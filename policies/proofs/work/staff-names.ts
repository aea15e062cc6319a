import { fact } from '../cases/fact.ts';
import type { Condition } from '../policy/statement.ts';
import type { World } from '../world/world.ts';

/** Names that roles of the firm's staff do not have: those of the workspace, of `cdk bootstrap` and of CloudFormation. */
export const staffNames = ({ account, partition, stacks }: World): Condition =>
  fact(
    'ArnNotLike',
    'aws:PrincipalArn',
    ...['lpo-*', 'cdk-*', ...stacks.map(({ stackName }) => `${stackName}-*`)].map(
      (name) => `arn:${partition}:iam::${account}:role/${name}`,
    ),
  );
