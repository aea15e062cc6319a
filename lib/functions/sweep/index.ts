import { EC2 } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { clock } from '../../model/clock.ts';
import { deployedRoster } from '../roster/deployed-roster.ts';
import { rosterSettings } from '../roster/roster-settings.ts';
import { logRecord } from '../runtime/log-record.ts';
import { setting } from '../runtime/setting.ts';
import { AccessState } from '../state/access-state.ts';
import { type SweepResult, sweep } from './sweep.ts';

const s3 = new S3({});
const ec2 = new EC2({});
const roster = deployedRoster(s3, rosterSettings());
const state = new AccessState(s3, setting('STATE_BUCKET'));

export const handler = (): Promise<SweepResult> => sweep({ ec2, roster, state, now: clock, log: logRecord });
