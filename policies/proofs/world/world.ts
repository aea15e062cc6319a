import type { Asset, StackTemplate } from '../../template/assembly.ts';
import type { Network } from '../network/network.ts';
import type { Failure, Place, Statement } from '../policy/statement.ts';

/** A role or user with every policy that limits or feeds it. */
export interface Principal {
  /** Name a person reads. */
  readonly label: string;
  readonly kind: 'role' | 'user';
  readonly arn: string;
  readonly account: string;
  readonly place: Place;
  readonly tags: Readonly<Record<string, string>>;
  /** Empty for users. */
  readonly trust: readonly Statement[];
  readonly identity: readonly Statement[];
  readonly boundary?: readonly Statement[];
  readonly maxSessionSeconds: number;
}

/** A resource that has, or could have, a policy of its own. */
export interface Resource {
  readonly type: string;
  readonly label: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly place: Place;
  readonly tags: Readonly<Record<string, string>>;
  /** Undefined when it has none. */
  readonly policy?: readonly Statement[];
  /** ARN of the bucket behind an access point. */
  readonly parent?: string;
  /** Properties with intrinsics resolved where that was possible. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A service or resource control policy and where it is attached. */
export interface ControlPolicy {
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  readonly name: string;
  readonly targets: readonly string[];
  readonly statements: readonly Statement[];
}

export interface Endpoint {
  readonly id: string;
  readonly vpc: string;
  readonly account: string;
  readonly region: string;
  /** Last part of the service name: `s3`, `kms`. */
  readonly service: string;
  readonly statements: readonly Statement[];
  readonly place: Place;
}

/** A resource of any type, for whoever asks what it names. */
export interface Made {
  readonly place: Place;
  readonly account: string;
  readonly region: string;
  /** CloudFormation type, `AWS::S3::Bucket`. */
  readonly type: string;
  /** Value that `Ref` returns; empty where the type's is not known. */
  readonly reference: string;
  /** ARN; empty where the type's is not known. */
  readonly arn: string;
  /** Becomes of it when the stack or the resource is deleted: `Retain`, `Delete`. @default - CloudFormation's */
  readonly deletionPolicy?: string;
  /** Resolved. A property that holds what the reader does not understand throws when it is asked for. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The role that CloudFormation works with in one account and Region: its policy is its boundary too. */
export interface Deployer {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** Roles that the CDK command line assumes there, by ARN, and the bucket of its assets; what no manifest tells is undefined. */
  readonly commandLine: {
    readonly deploy?: string;
    readonly publishing?: string;
    readonly assets?: string;
  };
  /** Statements that the bootstrap gives those roles, by ARN. */
  readonly commandLinePolicies: ReadonlyMap<string, readonly Statement[]>;
  /** Undefined where the assembly holds no policy for the account. */
  readonly policy?: readonly Statement[];
}

/** Everything that decides about one vendor: its stage of the assembly. */
export interface World {
  /** Name of the stage. */
  readonly name: string;
  readonly stacks: readonly StackTemplate[];
  /** Partition of its accounts, `aws`, or `*` where their Regions do not tell one. */
  readonly partition: string;
  /** Account that holds the matters. */
  readonly account: string;
  /** Accounts of the stacks and accounts that policies name, sorted. */
  readonly accounts: readonly string[];
  /** Regions the matters and their copies live in, sorted. */
  readonly regions: readonly string[];
  /** Organization id that the policies name; undefined when none does. */
  readonly organization?: string;
  readonly principals: readonly Principal[];
  readonly resources: readonly Resource[];
  readonly controls: readonly ControlPolicy[];
  readonly endpoints: readonly Endpoint[];
  readonly network: Network;
  /** Assets that the manifests publish, by the same key. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Execution roles of the stacks, one for each account and Region. */
  readonly deployers: readonly Deployer[];
  /** Resources of a CloudFormation type, in the order of the templates. */
  readonly ofType: (type: string) => readonly Made[];
  /** CloudFormation types of the templates, sorted. */
  readonly types: readonly string[];
  readonly failures: readonly Failure[];
}
