import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { requireVendor } from '../../config/require-vendor.ts';
import { requireText } from '../../files/require-bytes.ts';
import { readArn } from '../../model/arn.ts';
import { incidentId } from '../../model/ids.ts';
import { stateBucketName } from '../../model/names.ts';
import { unusableOption } from '../../model/unusable-option.ts';
import { functionsOf } from '../../profile/functions-of.ts';
import { zonesOf } from '../../profile/zones-of.ts';
import { custodian } from '../approvals/custodian.ts';
import { callerIdentity } from '../aws/caller-identity.ts';
import { requireCaller } from '../keys/keys-in-account.ts';
import type { Reinstatable } from './make-reinstatement-plan.ts';
import { type Evidence, readEvidence } from './read-evidence.ts';

export interface ReinstatementOptions {
  readonly config: string;
  /** Copy of the incident's folder in the evidence bucket. */
  readonly evidence: string;
  readonly endpointUrl?: string;
}

/** Everything a reinstatement is decided from. Nothing of it can change anything in AWS. */
export interface OpenedReinstatement {
  readonly reinstatable: Reinstatable;
  readonly evidence: Evidence;
  readonly stateBucket: string;
  /** The person, by session name. */
  readonly actor: string;
}

/**
 * Reads configuration, evidence and credentials, in this order: AWS is asked last.
 *
 * @throws UnusableInputError for whatever is unknown, altered, or signed in as somebody else
 */
export async function openReinstatement(
  vendorId: string,
  incident: string,
  options: ReinstatementOptions,
): Promise<OpenedReinstatement> {
  const vendor = requireVendor(loadConfig(options.config), vendorId);
  if (!incidentId.safeParse(incident).success)
    throw unusableOption('<incident>', incident, 'an incident such as inc-20a1f3');
  const { account, region } = vendor;
  const matters = vendor.matters.map(({ id }) => id);
  const evidence = readEvidence(filesIn(options.evidence), options.evidence, {
    ...{ incident, vendor: vendorId, matters },
  });
  const identity = await callerIdentity(region, options);
  requireCaller(identity, account);
  const reinstatable: Reinstatable = {
    vendor: vendorId,
    account,
    region,
    partition: readArn(identity.arn)?.partition ?? 'aws',
    vpcCidr: vendor.network.vpcCidr,
    matters: vendor.matters.map((matter) => ({
      id: matter.id,
      zones: zonesOf(matter),
      functions: functionsOf(matter),
      groups: matter.groups,
    })),
  };
  const stateBucket = stateBucketName(vendorId, account, region);
  return { reinstatable, evidence, stateBucket, actor: custodian(identity.arn, vendorId) };
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw unusableOption('--evidence', folder, 'a copy of incidents/<incident>/ of the evidence bucket');
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const limits = { family: 'EVIDENCE', maxBytes: 10_000_000, within: folder, links: 'refused' } as const;
  return new Map(files.map(({ name }) => [name, requireText(join(folder, name), limits)]));
}
