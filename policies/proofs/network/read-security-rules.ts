import { asText } from '../../../lib/model/as-text.ts';
import type { Place } from '../policy/statement.ts';
import type { Entry, TemplateReader } from '../world/template-reader.ts';
import { ipv4Block } from './ipv4-set.ts';
import type { SecurityRule } from './network.ts';

/**
 * Rules of security groups, inline or as resources of their own. A group that lists no egress gets AWS's
 * default: everything out. CDK writes an impossible rule to say "nothing out", which counts as a rule.
 */
export function readSecurityRules(reader: TemplateReader): SecurityRule[] {
  const separate = [
    ...reader.ofType('AWS::EC2::SecurityGroupIngress'),
    ...reader.ofType('AWS::EC2::SecurityGroupEgress'),
  ].map((entry) => {
    const properties = (reader.resolve(entry.resource.Properties, entry.stack, reader.place(entry)) ??
      {}) as Record<string, unknown>;
    return readRule(
      reader,
      entry,
      properties,
      reader.place(entry),
      asText(properties.GroupId),
      entry.resource.Type.endsWith('Egress'),
    );
  });
  const inline = reader.ofType('AWS::EC2::SecurityGroup').flatMap((entry) => {
    const group = reader.attribute(entry, 'GroupId');
    const rules = (property: string): SecurityRule[] =>
      reader
        .list(entry, property)
        .map((rule, index) =>
          readRule(
            reader,
            entry,
            rule as Record<string, unknown>,
            reader.place(entry, `Properties.${property}[${index}]`),
            group,
            property.endsWith('Egress'),
          ),
        );
    const egress = rules('SecurityGroupEgress');
    const open = egress.length === 0 && !separate.some((rule) => rule.group === group && rule.egress);
    return [
      ...rules('SecurityGroupIngress'),
      ...egress,
      ...(open ? [everythingOut(group, reader.place(entry))] : []),
    ];
  });
  return [...inline, ...separate];
}

const everythingOut = (group: string, place: Place): SecurityRule => ({
  group,
  egress: true,
  block: [0, 0xffff_ffff],
  protocol: '-1',
  ports: [0, 65535],
  place,
});

function readRule(
  reader: TemplateReader,
  entry: Entry,
  rule: Record<string, unknown>,
  place: Place,
  group: string,
  egress: boolean,
): SecurityRule {
  const peer = rule[egress ? 'DestinationSecurityGroupId' : 'SourceSecurityGroupId'];
  const cidr = rule.CidrIp;
  const found = typeof cidr === 'string' ? ipv4Block(cidr) : undefined;
  if (found === undefined && peer === undefined && rule.CidrIpv6 === undefined) {
    reader.fail('WORLD-SECURITY-RULE', place, JSON.stringify(rule), 'a CidrIp or a security group');
  }
  const protocol = asText(rule.IpProtocol);
  const all = protocol === '-1';
  return {
    group,
    egress,
    ...(found && { block: found }),
    ...(peer !== undefined && { peerGroup: asText(peer) }),
    protocol,
    ports: all ? [0, 65535] : [Number(asText(rule.FromPort ?? 0)), Number(asText(rule.ToPort ?? 65535))],
    place: place.logicalId === '' ? reader.place(entry) : place,
  };
}
