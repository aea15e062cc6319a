import type { Assembly } from '../../policies/template/assembly.ts';
import { additionMutants } from './addition-mutants.ts';
import { type Change, type Mutant, plant, type Site } from './mutant.ts';
import { policyMutants } from './policy-mutants.ts';
import { propertyMutants } from './property-mutants.ts';

/** Deleting one of these takes access away; nothing is weakened. */
const grantsAccess: Readonly<Record<string, string>> = {
  'AWS::EC2::ClientVpnAuthorizationRule': 'without the rule the group reaches nothing',
  'AWS::EC2::ClientVpnEndpoint': 'without the endpoint nobody connects',
  'AWS::EC2::ClientVpnTargetNetworkAssociation': 'without the association nobody connects',
  'AWS::EC2::NetworkAclEntry': 'what no entry allows is denied',
  'AWS::EC2::SecurityGroupIngress': 'what no rule allows is denied',
  'AWS::EC2::SubnetRouteTableAssociation': 'the main table has the local route alone',
  'AWS::EC2::VPCEndpoint': 'without the endpoint the service is not reached',
  'AWS::IAM::SAMLProvider': 'without the provider nobody signs in',
  'AWS::KMS::Alias': 'a name for people; policies name the key',
  'AWS::Logs::ResourcePolicy': 'without it DNS query logs are not delivered, which the deployment reports',
  'AWS::S3::AccessPoint': 'one way less to the bucket',
};

/** Every mutant of an assembly; the same weakness in another vendor or matter is planted once. */
export function mutantsOf(assembly: Assembly): Mutant[] {
  const mutants = new Map<string, Mutant>();
  for (const stack of assembly.stacks) {
    for (const [logicalId, resource] of Object.entries(stack.template.Resources ?? {})) {
      const site: Site = { stack, logicalId, resource };
      for (const change of changesOf(site)) {
        const mutant = plant(site, change);
        if (!mutants.has(mutant.name)) mutants.set(mutant.name, mutant);
      }
    }
    const name = `${stack.id.replace(/^.*\//, '').replace(/-m-[0-9a-f]+$/, '')} unprotected`;
    if (stack.terminationProtection && !mutants.has(name))
      mutants.set(name, {
        name,
        operator: 'unprotect',
        stack: stack.id,
        logicalId: '',
        type: 'stack',
        mutated: { ...stack, terminationProtection: false },
      });
  }
  return [...mutants.values()];
}

function changesOf({ stack, logicalId, resource }: Site): Change[] {
  const harmless =
    grantsAccess[resource.Type] ?? (isGrant(resource.Type) ? 'grants vanish with it' : undefined);
  return [
    {
      operator: 'delete-resource',
      at: '',
      resource: undefined,
      ...(harmless ? { equivalent: harmless } : {}),
    },
    ...propertyMutants(resource),
    ...policyMutants(resource, stack.template.Resources ?? {}),
    ...additionMutants(logicalId, resource),
  ];
}

const isGrant = (type: string): boolean => /^AWS::IAM::(Role|Policy|ManagedPolicy)$/.test(type);
