import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type AwsAccess, clientConfig } from './aws-access.ts';
import { calling } from './aws-failure.ts';

export interface CallerIdentity {
  readonly account: string;
  /** For a person: `arn:aws:sts::111122223333:assumed-role/<role>/<session name>`. */
  readonly arn: string;
}

/** Whose credentials these are. @throws UnusableInputError when AWS does not know them */
export async function callerIdentity(region: string, access: AwsAccess): Promise<CallerIdentity> {
  const client = new STSClient(clientConfig(region, { maxAttempts: 2, ...access }));
  try {
    const { Account, Arn } = await calling('sts:GetCallerIdentity', 'your credentials', () =>
      client.send(new GetCallerIdentityCommand({})),
    );
    return { account: Account ?? 'unknown', arn: Arn ?? 'unknown' };
  } finally {
    client.destroy();
  }
}
