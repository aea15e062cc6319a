import ipaddr from 'ipaddr.js';
import { asText } from '../../model/as-text.ts';
import { type Finding, UnusableInputError } from '../../model/finding.ts';
import { personPattern } from '../../model/ids.ts';
import type { StepReport } from '../../model/kill-switch.ts';
import {
  canary,
  canaryRoleName,
  keyAlias,
  matterNamePrefix,
  matterRoleName,
  matterServiceRoleName,
  matterZone,
  restorerRoleName,
  suspendedPolicyName,
  vendorRoleName,
} from '../../model/names.ts';
import { by } from '../../model/order.ts';
import { vendorFunctions } from '../../model/oversight-roles.ts';
import { suspensionKey } from '../../model/state-keys.ts';
import type { SwitchMatter } from '../../model/switch-matters.ts';
import type { Evidence } from './read-evidence.ts';
import {
  type Attachment,
  type ReinstatementPlan,
  reinstatementFinding,
  type VpnRule,
} from './reinstatement-plan.ts';
import { laterOnes, overlap, readSuspension, type Suspension } from './standing.ts';

/** Targets in the configuration: nothing else is ever turned on. */
export interface Reinstatable {
  readonly vendor: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly vpcCidr: string;
  readonly matters: readonly (SwitchMatter & { readonly groups: Readonly<Record<string, string>> })[];
}

/**
 * Plan for what the switch turned off in one incident and nothing else: what it found off stays off, and so does what
 * an earlier incident still holds. Evidence names things; the configuration says whether they exist.
 *
 * @param standing every suspension in the state bucket.
 * @throws UnusableInputError when the evidence names what this vendor does not have, or a later incident
 *   stands over the same things.
 */
export function makeReinstatementPlan(
  reinstatable: Reinstatable,
  incident: string,
  { runs, snapshots }: Evidence,
  standing: readonly Suspension[],
): ReinstatementPlan {
  const suspensions = [
    ...new Set(
      runs.map(({ request: { scope, id = '' } }) =>
        suspensionKey(scope === 'vendor' ? { kind: scope } : { kind: scope, id }, incident),
      ),
    ),
  ].sort();
  const ours = suspensions.map(
    (key) => standing.find((each) => each.key === key) ?? (readSuspension(key, '') as Suspension),
  );
  const earlier = standing.filter(
    (each) => each.incident !== incident && ours.some((own) => overlap(own, each)),
  );
  const reports = (step: string): StepReport[] =>
    runs.flatMap((run) => run.reports.filter((report) => report.step === step));
  const attachments = unique(
    ['suspend-roles', 'close-buckets'].flatMap((step) =>
      reports(step).flatMap(({ done: roles, before }) =>
        roles.map((role) => ({
          role,
          policyArn: (before as { policy?: string } | undefined)?.policy ?? 'none',
        })),
      ),
    ),
  );
  /** Findings of a step in every try: a later one finds closed what an earlier one closed. */
  const found = (step: string): unknown[] => [
    ...reports(step).map(({ before }) => before),
    ...snapshots.filter((each) => each.step === step).map(({ before }) => before),
  ];
  const rules = unique(
    (found('revoke-vpn-rules') as (readonly RuleBefore[] | undefined)[])
      .flatMap((before) => before ?? [])
      .map((rule) => ({
        endpoint: asText(rule.ClientVpnEndpointId),
        description: asText(rule.Description),
        group: asText(rule.GroupId),
        cidr: asText(rule.DestinationCidr),
      })),
  );
  const held = attachments.filter((each) => isHeld(reinstatable, each, earlier));
  const states = (found('disable-keys') as (Readonly<Record<string, string>> | undefined)[]).flatMap(
    (before) => Object.entries(before ?? {}),
  );
  const keys = [...new Set(states.flatMap(([alias, state]) => (state === 'Enabled' ? [alias] : [])))].sort();
  const plan: ReinstatementPlan = {
    vendor: reinstatable.vendor,
    account: reinstatable.account,
    region: reinstatable.region,
    incident,
    initiatedBy: [...new Set(runs.map(({ request }) => request.requestedBy))].sort(),
    keys,
    attachments: attachments.filter((each) => !held.includes(each)),
    rules,
    // A switch alone attaches it, so one that was attached already is a try's of this incident, or an earlier one's.
    quarantine:
      runs.some(({ request }) => request.scope === 'vendor') &&
      !earlier.some(({ kind }) => kind === 'vendor'),
    suspensions,
    left: [
      ...held.map(({ role }) => `${role}: an earlier incident still suspends it`),
      ...unique(states.map(([alias]) => alias))
        .filter((alias) => !keys.includes(alias))
        .map((alias) => `${alias}: was not enabled when the switch came to it`),
      ...runs
        .flatMap((run) => run.reports)
        .flatMap(({ step, failed }) =>
          failed.map(({ target }) => `${target}: ${step} failed, look at it by hand`),
        ),
    ],
    evidence: runs.map(({ manifest }) => manifest).sort(),
  };
  const problems = [...foreign(reinstatable, plan), ...laterProblems(ours, standing)];
  if (problems.length > 0) throw new UnusableInputError(problems);
  return plan;
}

interface RuleBefore {
  readonly ClientVpnEndpointId?: string;
  readonly Description?: string;
  readonly GroupId?: string;
  readonly DestinationCidr?: string;
}

const unique = <T>(all: readonly T[]): T[] =>
  [...new Map(all.map((each) => [JSON.stringify(each), each])).entries()]
    .sort(by(([key]) => key))
    .map(([, each]) => each);

/** A policy for one person is that person's; the one for roles is shared by incidents. */
const isHeld = ({ vendor }: Reinstatable, { role, policyArn }: Attachment, earlier: readonly Suspension[]) =>
  earlier.some(({ kind, id }) =>
    kind === 'person'
      ? policyArn.endsWith(`/${suspendedPolicyName(vendor)}-${id}`)
      : policyArn.endsWith(`/${suspendedPolicyName(vendor)}`) &&
        (kind === 'vendor' || role.startsWith(matterNamePrefix(vendor, id))),
  );

export const laterProblems = (ours: readonly Suspension[], all: readonly Suspension[]): Finding[] =>
  laterOnes(ours, all).map(({ key, incident, since }) =>
    reinstatementFinding(
      'REINSTATE-LATER',
      key,
      `incident ${incident} suspended the same at ${since}`,
      'the last incident is reinstated first',
      `reinstate ${incident} first: it found closed what this one had closed`,
    ),
  );

/** Everything in the plan that this vendor's configuration does not have. */
function foreign(reinstatable: Reinstatable, plan: ReinstatementPlan): Finding[] {
  const { vendor, account, partition, matters } = reinstatable;
  const aliases = new Set([
    keyAlias(vendor, canary),
    ...matters.flatMap(({ id, zones }) => zones.map((zone) => keyAlias(vendor, matterZone(id, zone)))),
  ]);
  const roles = new Set([
    canaryRoleName(vendor),
    ...vendorFunctions.map((fn) => vendorRoleName(vendor, fn)),
    ...matters.flatMap(({ id, zones, functions }) => [
      ...functions.map((fn) => matterRoleName(vendor, id, fn)),
      ...zones.flatMap((zone) => [
        restorerRoleName(vendor, id, zone),
        ...(['malware-scan', 'backup', 'restore', 'restore-test'] as const).map((name) =>
          matterServiceRoleName(vendor, id, name, zone),
        ),
      ]),
    ]),
  ]);
  const policy = new RegExp(
    `^arn:${partition}:iam::${account}:policy/${suspendedPolicyName(vendor)}(-${personPattern})?$`,
  );
  const strange = (what: string) =>
    reinstatementFinding(
      'REINSTATE-FOREIGN',
      plan.incident,
      what,
      `what the configuration of ${vendor} has`,
      'find out who wrote this evidence; nothing was turned on',
    );
  return [
    ...plan.keys.filter((alias) => !aliases.has(alias)).map(strange),
    ...plan.attachments
      .filter(({ role, policyArn }) => !roles.has(role) || !policy.test(policyArn))
      .map(({ role, policyArn }) => strange(`${policyArn} on ${role}`)),
    ...plan.rules
      .filter((rule) => !isConfigured(reinstatable, rule))
      .map(({ description, group, cidr }) => strange(`${description}, group ${group}, to ${cidr}`)),
  ];
}

function isConfigured(
  { matters, vpcCidr }: Reinstatable,
  { description, group, cidr, endpoint }: VpnRule,
): boolean {
  const isGroup = matters.some(({ id, groups }) =>
    Object.entries(groups).some(
      ([fn, name]) => name === group && description.toLowerCase() === `${id}-${fn}`.toLowerCase(),
    ),
  );
  if (!isGroup || !/^cvpn-endpoint-[0-9a-z]+$/.test(endpoint) || !ipaddr.isValidCIDR(cidr)) return false;
  const [address, bits] = ipaddr.parseCIDR(cidr);
  const [network, prefix] = ipaddr.parseCIDR(vpcCidr);
  return address.kind() === network.kind() && bits >= prefix && address.match(network, prefix);
}
