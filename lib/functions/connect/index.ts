import { S3 } from '@aws-sdk/client-s3';
import { clock } from '../../model/clock.ts';
import { deployedRoster } from '../roster/deployed-roster.ts';
import { rosterSettings } from '../roster/roster-settings.ts';
import { logRecord } from '../runtime/log-record.ts';
import { setting } from '../runtime/setting.ts';
import { AccessState } from '../state/access-state.ts';
import { connectHandler } from './connect-handler.ts';

// Client VPN gives up after 30 s; two quick attempts and a refusal come long before.
const s3 = new S3({
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_500, throwOnRequestTimeout: true },
});

export const handler = connectHandler({
  roster: deployedRoster(s3, rosterSettings()),
  state: new AccessState(s3, setting('STATE_BUCKET')),
  now: clock,
  log: logRecord,
});
