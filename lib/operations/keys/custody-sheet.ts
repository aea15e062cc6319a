import { markdownCode, markdownText } from '../../model/markdown-text.ts';
import { visibleText } from '../../model/visible.ts';
import { isUnderLegalHold, type LiveKey } from './key-settings.ts';
import { type Permission, permissions, readKeyPolicy } from './policy-permissions.ts';
import type { KeyVerification } from './verify-keys.ts';

export interface CustodySheetFacts {
  readonly vendor: string;
  readonly account: string;
  /** ISO 8601. */
  readonly readAt: string;
  /** ARN of whose credentials read the keys. */
  readonly readBy: string;
}

/**
 * The key custody sheet: for each live key its state, who administers it, who uses it, rotation, grants.
 *
 * Markdown. It lists the differences from the assembly instead of hiding them.
 */
export function custodySheet(verification: KeyVerification, facts: CustodySheetFacts): string {
  const { pairs, differences } = verification;
  const lines = [
    `# Key custody: ${facts.vendor}`,
    '',
    `Account ${facts.account}, read at ${facts.readAt} by ${markdownCode(facts.readBy)}.`,
    'Generated from the live keys; not legal advice.',
    '',
    differences.length === 0
      ? `All ${pairs.length} keys are as deployed.`
      : `**${differences.length} differences from the assembly.**`,
    ...differences.map(
      ({ where: { name, property }, got, expected }) =>
        `- ${markdownText(`${name}, ${property}: got ${oneLine(got)}; expected ${oneLine(expected)}`)}`,
    ),
    ...pairs.flatMap(({ expected, live }) => [
      '',
      `## ${markdownText(expected.alias)}`,
      '',
      ...section(live),
    ]),
    '',
    '## What this sheet does not show',
    '',
    '- Denials in organization policies and permissions boundaries, which narrow the lists above.',
    '- Who can assume the roles named here, and who did: see the access review and the trail.',
    '- Keys of other accounts: run the command there.',
  ];
  return visibleText(`${lines.join('\n')}\n`);
}

const oneLine = (text: string): string => text.replaceAll('\n', ', ');

function section(live: LiveKey | undefined): string[] {
  if (!live) return ['No key by this alias.'];
  const { periodDays, status, next } = live.rotation;
  const rotation =
    status === 'enabled' ? `every ${periodDays ?? 'unknown'} days${next ? `, next ${next}` : ''}` : status;
  const allowed = allowedBy(live);
  return [
    `- Key: ${markdownCode(live.arn)}`,
    `- State: ${live.state}${live.deletionDate ? `, deleted on ${live.deletionDate}` : ''}`,
    `- Created: ${live.created ?? 'unknown'}`,
    `- Material: ${live.origin}, ${live.spec}, ${live.usage}, ${live.multiRegion ? '**multi-Region**' : 'one Region'}`,
    `- Rotation: ${rotation}`,
    `- Legal hold: ${isUnderLegalHold(live) ? 'yes' : 'no'}`,
    ...(allowed
      ? [
          `- Can end the key: ${who(allowed, ending)}`,
          `- Administer: ${who(allowed, (action) => !ending(action) && !use(action) && !reading(action))}`,
          `- Use: ${who(allowed, use)}`,
          `- Read settings: ${who(allowed, reading)}`,
        ]
      : ['- **The policy could not be read.**']),
    `- Grants: ${live.grants.length === 0 ? 'none' : ''}`,
    ...live.grants.map(
      ({ grantee, operations, id }) => `  - ${markdownText(`${grantee}: ${operations.join(', ')} (${id})`)}`,
    ),
  ];
}

/** Undefined for a policy this program cannot read. */
function allowedBy(live: LiveKey): Permission[] | undefined {
  const policy = readKeyPolicy(live.policy);
  if (policy.faults.length > 0) return undefined;
  return [...permissions(policy, live.arn).values()].filter(({ effect }) => effect === 'Allow');
}

/** Wildcards fall under every heading they reach. */
const ending = (action: string): boolean =>
  action.includes('*') || /:(schedulekeydeletion|deleteimportedkeymaterial|disablekey)$/.test(action);
const use = (action: string): boolean =>
  action.includes('*') ||
  /:(decrypt|encrypt|generate.*|reencrypt.*|sign|verify.*|derivesharedsecret|creategrant)$/.test(action);
const reading = (action: string): boolean => /:(describe|get|list)\w*$/.test(action);

function who(allowed: readonly Permission[], is: (action: string) => boolean): string {
  const names = new Set(allowed.filter(({ action }) => is(action)).map(({ principal }) => principal));
  return names.size === 0 ? 'nobody' : [...names].sort().map(markdownText).join(', ');
}
