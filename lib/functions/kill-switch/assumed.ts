import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';

/** Credentials of a role in another account, for a quarter of an hour. */
export async function assumed(sts: STSClient, RoleArn: string) {
  const command = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'kill-switch', DurationSeconds: 900 });
  const { AccessKeyId, SecretAccessKey, SessionToken } = (await sts.send(command)).Credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken)
    throw new Error(`got no credentials for ${RoleArn}, expected a session of a quarter of an hour`);
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}
