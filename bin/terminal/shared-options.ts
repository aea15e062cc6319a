import { type Command, Option } from 'commander';
import { today } from '../../lib/model/clock.ts';
import { dateOption, repeated } from './date-option.ts';

// Options that several commands take. Each is declared here alone, so that one name means one thing everywhere.

export const configOption = (): Option =>
  new Option('--config <dir>', 'folder with organization.yaml, law/ and vendors/').default('config');

export const asOfOption = (): Option =>
  new Option('--as-of <date>', 'the day on which dates are evaluated')
    .default(today())
    .argParser((value: string) => dateOption('--as-of', value));

export const vendorOption = (): Option =>
  new Option('--vendor <slug>', 'only this vendor; may be repeated').argParser(repeated);

export const assemblyOption = (): Option =>
  new Option('--assembly <dir>', 'what is supposed to be deployed').default('cdk.out');

export const withoutCloudFormationOption = (): Option =>
  new Option('--without-cloudformation', "leave out CloudFormation's own validation; the report says so");

export const regionOption = (): Option => new Option('--region <region>', 'region of the bucket');

export const endpointOption = (): Option =>
  new Option('--endpoint-url <url>', 'another server that speaks the protocol of AWS');

/** Adds what a step under an approved plan takes: the plan, and where its journal is. */
export const withJournal = (command: Command, planCommand: string): Command =>
  command
    .requiredOption('--plan <sha256>', `the plan, as \`${planCommand}\` printed it`)
    .requiredOption('--journal <place>', 'folder or s3://bucket that keeps what was asked, approved and done')
    .option('--journal-region <region>', 'region of the bucket');
