import { S3Client } from '@aws-sdk/client-s3';
import { connectHandler } from '../../response/connect/connect-handler';
import { deployedRoster } from '../../response/connect/deployed-roster';
import { AccessState } from '../../response/state/access-state';
import { logRecord } from '../log-record';
import { rosterSettings } from '../roster-settings';
import { setting } from '../setting';

// Client VPN gives up after 30 s; two quick attempts and a refusal come long before.
const s3 = new S3Client({
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_500, throwOnRequestTimeout: true },
});

export const handler = connectHandler({
  roster: deployedRoster(s3, rosterSettings()),
  state: new AccessState(s3, setting('STATE_BUCKET')),
  now: () => new Date(),
  log: logRecord,
});
