import { asText } from '../../../lib/model/as-text.ts';
import type { TemplateReader } from './template-reader.ts';
import type { ControlPolicy } from './world.ts';

/** Organization policies that grant and deny no request; other controls judge them. */
const noRequests = new Set([
  'DECLARATIVE_POLICY_EC2',
  'S3_POLICY',
  'AISERVICES_OPT_OUT_POLICY',
  'BACKUP_POLICY',
  'TAG_POLICY',
  'GUARDDUTY_POLICY',
  'SECURITYHUB_POLICY',
  'INSPECTOR_POLICY',
  'BEDROCK_POLICY',
  'UPGRADE_ROLLOUT_POLICY',
]);

/** Service and resource control policies of the stage. */
export function readControls(reader: TemplateReader): ControlPolicy[] {
  return reader.ofType('AWS::Organizations::Policy').flatMap((entry): ControlPolicy[] => {
    const type = reader.text(entry, 'Type') ?? '';
    if (noRequests.has(type)) return [];
    const place = reader.place(entry, 'Properties.Content');
    if (type !== 'SERVICE_CONTROL_POLICY' && type !== 'RESOURCE_CONTROL_POLICY') {
      reader.fail('WORLD-ORGANIZATION-POLICY', place, type, 'a type of organization policy the prover knows');
      return [];
    }
    const content = reader.value(entry, 'Content');
    const kind = type === 'SERVICE_CONTROL_POLICY' ? 'identity' : 'resource';
    const statements = reader.policy(entry, content, 'Properties.Content', kind);
    if (kind === 'resource' && statements.some(({ effect }) => effect === 'Allow')) {
      reader.fail('WORLD-ORGANIZATION-POLICY', place, 'an Allow in a resource control policy', 'Deny only');
    }
    const targets = reader.list(entry, 'TargetIds').map(asText);
    // An Allow in an SCP narrows only where FullAWSAccess is detached, which no template can tell: left out.
    return [
      {
        type,
        name: reader.text(entry, 'Name') ?? entry.logicalId,
        targets,
        statements: statements.filter(({ effect }) => effect === 'Deny'),
      },
    ];
  });
}
