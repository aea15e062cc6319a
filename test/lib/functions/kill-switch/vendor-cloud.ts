import { type AwsAnswer, AwsBoundary, type AwsCall } from '../../../aws/aws-boundary.ts';
import { ec2Error, json, jsonError, queryError, s3Error, xml } from '../../../aws/wire-errors.ts';

export interface Rule {
  readonly description: string;
  readonly group: string;
  readonly cidr: string;
}

/** What a vendor's accounts hold that the kill switch touches, behind the wire protocol of AWS. */
export class VendorCloud {
  readonly objects = new Map<string, string>();
  readonly rules = new Set<Rule>();
  readonly sessions = new Set<string>();
  /** Roles that carry the policy that denies everything. */
  readonly suspended = new Set<string>();
  /** People for whom the deployment made a policy. */
  readonly people = new Set(['p-0a1b2c', 'p-ffee01', 'p-333333']);
  /** Roles that deny everything to one person. */
  readonly suspendedPeople = new Set<string>();
  readonly quarantined = new Set<string>();
  readonly keys = new Map<string, string>();
  readonly messages: { subject: string; text: string }[] = [];
  /** When each object was last written, ISO 8601. */
  private readonly written = new Map<string, string>();
  readonly boundary = new AwsBoundary((call) => this.answer(call));

  /** Everything containment is about; evidence and messages differ between runs and are left out. */
  state() {
    return {
      suspensions: [...this.objects.keys()].filter((key) => key.includes('/suspended/')).sort(),
      rules: [...this.rules].map(({ description, cidr }) => `${description} ${cidr}`).sort(),
      sessions: [...this.sessions].sort(),
      suspended: [...this.suspended].sort(),
      suspendedPeople: [...this.suspendedPeople].sort(),
      quarantined: [...this.quarantined].sort(),
      keys: Object.fromEntries([...this.keys].sort()),
    };
  }

  private answer(call: AwsCall): AwsAnswer {
    const answers: Readonly<Record<string, (call: AwsCall) => AwsAnswer>> = {
      s3: (c) => this.s3(c),
      ec2: (c) => this.ec2(c),
      iam: (c) => this.iam(c),
      kms: (c) => this.kms(c),
      organizations: (c) => this.organizations(c),
      sns: (c) => this.sns(c),
    };
    const answer = answers[call.service]?.(call);
    if (!answer) throw new Error(`unexpected call ${call.service} ${call.operation}`);
    return answer;
  }

  private s3(call: AwsCall): AwsAnswer {
    const [method, path = ''] = call.operation.split(' ');
    const key = `${call.host.split('.')[0]}/${path}`;
    if (method === 'PUT') {
      if (call.headers['if-none-match'] === '*' && this.objects.has(key))
        return s3Error(412, 'PreconditionFailed');
      this.objects.set(key, call.body);
      this.written.set(key, new Date(Date.UTC(2026, 5, 15, 10, 0, this.written.size)).toISOString());
      return { status: 200 };
    }
    if (call.query['list-type'] === '2') {
      const prefix = `${key}${call.query.prefix ?? ''}`;
      const bucket = key.length;
      const found = [...this.objects.keys()].filter((each) => each.startsWith(prefix)).sort();
      const contents = found.map(
        (each) =>
          `<Contents><Key>${each.slice(bucket)}</Key><LastModified>${this.written.get(each) ?? '2026-06-15T09:00:00.000Z'}</LastModified></Contents>`,
      );
      return xml(
        `<ListBucketResult><KeyCount>${found.length}</KeyCount>${contents.join('')}</ListBucketResult>`,
      );
    }
    if (method === 'DELETE') {
      this.objects.delete(key);
      return { status: 204 };
    }
    const body = this.objects.get(key);
    return body === undefined ? s3Error(404, 'NoSuchKey') : { status: 200, body };
  }

  private ec2({ operation, form }: AwsCall): AwsAnswer | never {
    switch (operation) {
      case 'DescribeClientVpnEndpoints':
        return xml(
          `<${operation}Response><clientVpnEndpoint><item><clientVpnEndpointId>cvpn-endpoint-1</clientVpnEndpointId></item></clientVpnEndpoint></${operation}Response>`,
        );
      case 'DescribeClientVpnAuthorizationRules':
        return xml(
          `<${operation}Response><authorizationRule>${[...this.rules]
            .map(
              ({ description, group, cidr }) =>
                `<item><description>${description}</description><groupId>${group}</groupId><accessAll>false</accessAll><destinationCidr>${cidr}</destinationCidr><status><code>active</code></status></item>`,
            )
            .join('')}</authorizationRule></${operation}Response>`,
        );
      case 'RevokeClientVpnIngress': {
        const rule = [...this.rules].find(
          ({ group, cidr }) => group === form.get('AccessGroupId') && cidr === form.get('TargetNetworkCidr'),
        );
        if (!rule) return ec2Error(400, 'InvalidClientVpnEndpointAuthorizationRuleNotFound');
        this.rules.delete(rule);
        return xml(`<${operation}Response/>`);
      }
      case 'AuthorizeClientVpnIngress': {
        const rule = {
          description: form.get('Description') ?? '',
          group: form.get('AccessGroupId') ?? '',
          cidr: form.get('TargetNetworkCidr') ?? '',
        };
        if ([...this.rules].some(({ group, cidr }) => group === rule.group && cidr === rule.cidr))
          return ec2Error(400, 'InvalidClientVpnDuplicateAuthorizationRule');
        this.rules.add(rule);
        return xml(`<${operation}Response/>`);
      }
      case 'DescribeClientVpnConnections':
        return xml(
          `<${operation}Response><connections>${[...this.sessions]
            .map(
              (id) => `<item><connectionId>${id}</connectionId><status><code>active</code></status></item>`,
            )
            .join('')}</connections></${operation}Response>`,
        );
      case 'TerminateClientVpnConnections':
        return this.sessions.delete(form.get('ConnectionId') ?? '')
          ? xml(`<${operation}Response/>`)
          : ec2Error(400, 'InvalidClientVpnConnection.IdNotFound');
      default:
        throw new Error(`unexpected ec2 ${operation}`);
    }
  }

  private iam({ operation, form }: AwsCall): AwsAnswer {
    const role = form.get('RoleName') ?? '';
    const [, policy = ''] =
      /^arn:aws:iam::200000000001:policy\/(.+)$/.exec(form.get('PolicyArn') ?? '') ?? [];
    if (operation === 'DetachRolePolicy') {
      const was =
        policy === 'lpo-meridian-suspended'
          ? this.suspended.delete(role)
          : this.suspendedPeople.delete(`${policy} on ${role}`);
      return was ? xml('<DetachRolePolicyResponse/>') : queryError(404, 'NoSuchEntity');
    }
    if (operation !== 'AttachRolePolicy') throw new Error(`unexpected iam ${operation}`);
    if (policy === 'lpo-meridian-suspended') this.suspended.add(role);
    else if (this.people.has(policy.replace('lpo-meridian-suspended-', '')))
      this.suspendedPeople.add(`${policy} on ${role}`);
    else return queryError(404, 'NoSuchEntity');
    return xml('<AttachRolePolicyResponse/>');
  }

  private kms({ operation, json: body }: AwsCall): AwsAnswer {
    const alias = String(body.KeyId).replace(/^key-of-/, '');
    const state = this.keys.get(alias);
    if (!state) return jsonError(400, 'NotFoundException');
    if (operation === 'DescribeKey')
      return json({ KeyMetadata: { KeyId: `key-of-${alias}`, KeyState: state } });
    if (operation === 'EnableKey') {
      if (state !== 'Disabled') return jsonError(400, 'KMSInvalidStateException');
      this.keys.set(alias, 'Enabled');
      return json({});
    }
    if (operation !== 'DisableKey') throw new Error(`unexpected kms ${operation}`);
    if (state !== 'Enabled') return jsonError(400, 'KMSInvalidStateException');
    this.keys.set(alias, 'Disabled');
    return json({});
  }

  private organizations({ operation, json: body }: AwsCall): AwsAnswer {
    if (operation === 'ListPolicies')
      return json({
        Policies: [
          { Id: 'p-FullAWSAccess', Name: 'FullAWSAccess' },
          { Id: 'p-quarantine', Name: 'lpo-quarantine' },
        ],
      });
    if (operation === 'DetachPolicy')
      return body.PolicyId === 'p-quarantine' && this.quarantined.delete(String(body.TargetId))
        ? json({})
        : jsonError(400, 'PolicyNotAttachedException');
    if (operation !== 'AttachPolicy') throw new Error(`unexpected organizations ${operation}`);
    if (body.PolicyId !== 'p-quarantine') return jsonError(400, 'AccessDeniedException');
    if (this.quarantined.has(String(body.TargetId)))
      return jsonError(400, 'DuplicatePolicyAttachmentException');
    this.quarantined.add(String(body.TargetId));
    return json({});
  }

  private sns({ operation, form }: AwsCall): AwsAnswer {
    if (operation !== 'Publish') throw new Error(`unexpected sns ${operation}`);
    this.messages.push({ subject: form.get('Subject') ?? '', text: form.get('Message') ?? '' });
    return xml('<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>');
  }
}

/** A vendor with two matters at work: rules, sessions, roles, keys, and a canary. */
export function meridianAtWork(): VendorCloud {
  const cloud = new VendorCloud();
  for (const matter of ['m-7f3a9c', 'm-2be41d']) {
    cloud.keys.set(`alias/lpo/meridian/${matter}`, 'Enabled');
    for (const fn of ['reviewer', 'qcLead'])
      for (const cidr of ['10.20.0.0/27', '10.20.0.32/27'])
        cloud.rules.add({ description: `${matter}-${fn}`, group: `${matter}-${fn}-group`, cidr });
  }
  cloud.keys.set('alias/lpo/meridian/m-7f3a9c-privileged', 'Enabled');
  cloud.keys.set('alias/lpo/meridian/canary', 'Enabled');
  const session = (id: string, person: string, matters: string[]) => {
    cloud.sessions.add(id);
    cloud.objects.set(`state/sessions/${id}`, JSON.stringify({ person, matters }));
  };
  session('conn-1', 'p-0a1b2c', ['m-7f3a9c']);
  session('conn-2', 'p-ffee01', ['m-2be41d']);
  session('conn-3', 'p-333333', ['m-7f3a9c']);
  cloud.sessions.add('conn-4');
  return cloud;
}
