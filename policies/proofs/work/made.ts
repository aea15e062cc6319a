import { readArn } from '../../template/arn.ts';
import { readOurBucket, type VendorPurpose } from '../../template/names.ts';
import { serviceFacts } from '../aws/service-facts.ts';
import type { Resource, World } from '../world/world.ts';
import type { Fact } from './job.ts';
import { vendorBuckets } from './roles.ts';

/** Things a job cannot be done without: where there are none, none of its requests would be asked for. */
export const isMade = (what: string, found: readonly unknown[]): Fact => ({
  subject: what,
  decide: () =>
    found.length > 0
      ? { kind: 'proved', because: ['the templates make it'] }
      : { kind: 'refuted', witness: [`there is no ${what}`], culprits: ['no template makes it'] },
});

/** Services whose resources the prover reads. */
const readServices = new Set(Object.values(serviceFacts).map(({ service }) => service));

/**
 * True where an ARN names one resource that the templates have to make and do not. A pattern names none, and a bucket
 * outside the grammar is somebody else's, as the bootstrap's is.
 */
export function isMissing(world: World, on: string, found: Resource | undefined): boolean {
  if (found !== undefined) return false;
  const { service = '', resource = '' } = readArn(on) ?? {};
  switch (service) {
    case 'logs':
      return !/^log-group:[^:]*\*/.test(resource);
    case 'backup':
      return resource.startsWith('backup-vault:') && !resource.includes('*');
    case 'kms':
      return resource.startsWith('alias/') ? !hasAlias(world, on) : !resource.includes('*');
    case 's3':
      return readOurBucket(on) !== undefined;
    case 'iam':
      return isOwnRole(resource) && !hasRole(world, on);
    case 'states':
      return resource.startsWith('stateMachine:') && !hasMachine(world, on);
    default:
      // What the prover knows no resource of, as rules of events and accounts, it cannot miss.
      return readServices.has(service) && !resource.includes('*');
  }
}

/** Services make their own roles, under this path. */
const isOwnRole = (resource: string): boolean =>
  resource.startsWith('role/') && !resource.startsWith('role/aws-service-role/') && !resource.includes('*');

/** Of the templates or of `cdk bootstrap`. */
const hasRole = ({ principals, deployers }: World, role: string): boolean =>
  [...principals, ...deployers].some(({ arn }) => arn === role) ||
  deployers.some(({ commandLine: { deploy, publishing } }) => role === deploy || role === publishing);

const hasAlias = (world: World, alias: string): boolean =>
  world.ofType('AWS::KMS::Alias').some(({ arn }) => arn === alias);

const hasMachine = (world: World, machine: string): boolean =>
  world.ofType('AWS::StepFunctions::StateMachine').some(({ reference }) => reference === machine);

/** The bucket of the vendor for a purpose. */
export const bucketIsMade = (world: World, purpose: VendorPurpose): Fact =>
  isMade(`bucket for ${purpose}`, vendorBuckets(world, purpose));
