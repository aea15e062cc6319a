import { EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { deployedRoster } from '../../response/connect/deployed-roster';
import { AccessState } from '../../response/state/access-state';
import { type SweepResult, sweep } from '../../response/sweep/sweep';
import { logRecord } from '../log-record';
import { rosterSettings } from '../roster-settings';
import { setting } from '../setting';

const s3 = new S3Client({});
const ec2 = new EC2Client({});
const roster = deployedRoster(s3, rosterSettings());
const state = new AccessState(s3, setting('STATE_BUCKET'));

export const handler = (): Promise<SweepResult> =>
  sweep({ ec2, roster, state, now: () => new Date(), log: logRecord });
