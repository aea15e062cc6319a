import type { AssemblyFolder } from './assembly-folder.ts';

/** A CloudFormation template as parsed JSON; nothing about it is trusted yet. */
export interface Template {
  /** Resources by logical id. */
  readonly Resources?: Readonly<Record<string, TemplateResource>>;
  /** Any other section, as it was read. */
  readonly [section: string]: unknown;
}

/** A resource of a template as parsed JSON. */
export interface TemplateResource {
  /** CloudFormation type. */
  readonly Type: string;
  /** Properties, as they were read. */
  readonly Properties?: Readonly<Record<string, unknown>>;
  /** Metadata, as it was read. */
  readonly Metadata?: Readonly<Record<string, unknown>>;
  /** Any other attribute, such as `DeletionPolicy`. */
  readonly [attribute: string]: unknown;
}

/** A stack of an assembly. `account` and `region` are undefined for a bare template file. */
export interface StackTemplate {
  /** Unique within the assembly: the hierarchical id (`meridian/Network`) or the file name. */
  readonly id: string;
  /** Name of the stack in CloudFormation. */
  readonly stackName: string;
  /** Account id. @default - not known, as in a bare template file */
  readonly account?: string;
  /** Region. @default - not known, as in a bare template file */
  readonly region?: string;
  /** File the template was read from. */
  readonly file: string;
  /** Template as it was read. */
  readonly template: Template;
  /** Logical id to construct path, as far as the manifest tells. */
  readonly constructPaths: Readonly<Record<string, string>>;
  /** Termination protection as the manifest states it; undefined where there is no manifest. */
  readonly terminationProtection?: boolean;
  /** Parameters that the manifest or a parent stack gives a value; undefined where only deployment tells it. */
  readonly parameters?: Readonly<Record<string, string | undefined>>;
  /** Findings that someone waved through beside a construct. */
  readonly acknowledgements?: readonly Acknowledgement[];
  /** Warnings and errors that constructs left behind. */
  readonly annotations?: readonly Annotation[];
  /** Roles and order of its deployment; undefined where there is no manifest. */
  readonly deployment?: Deployment;
}

/** Deployment of a stack, as its manifest and the folder `bootstrap` beside it tell. */
export interface Deployment {
  /** ARN of the role that CloudFormation works with; undefined where the manifest names none. */
  readonly executionRole?: string;
  /** ARN of the role that the CDK command line assumes; undefined where the manifest names none. */
  readonly deployRole?: string;
  /** Name of the bucket that the template is uploaded to; undefined where the manifest names none. */
  readonly assets?: string;
  /** Key of the template in that bucket; undefined where the manifest names none. */
  readonly templateKey?: string;
  /** Files that are uploaded before, as the asset manifests of the stack say. @default - none */
  readonly uploads?: readonly Upload[];
  /** Bootstrap that the CDK command line asks for; undefined where the manifest asks for none. */
  readonly bootstrap?: {
    /** Lowest version. */
    readonly version: number;
    /** Name of the SSM parameter that holds the version there. */
    readonly parameter: string;
  };
  /** Ids of the stacks that are deployed before. */
  readonly after: readonly string[];
  /** Policy of the execution role, and its boundary: `bootstrap/<account>.json`; undefined where there is no such file. */
  readonly policy?: unknown;
}

/** A file of an assembly and the place that the CDK command line uploads it to. */
export interface Upload {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Key of the object. */
  readonly key: string;
  /** ARN of the role that uploads it; undefined where the manifest names none. */
  readonly role?: string;
  /** True where the file lies in the assembly. */
  readonly isThere: boolean;
}

/** A `Validations.of(construct).acknowledge(...)`; it covers the construct and everything below it. */
export interface Acknowledgement {
  /** Construct path without the leading slash. */
  readonly path: string;
  /** Rule id as the packs print it, for example `AwsSolutions-IAM5[Action::s3:Get*]`. */
  readonly id: string;
  /** Reason, with owner and review date. */
  readonly reason: string;
}

/** A `Annotations.of(construct).addWarningV2(...)` or `addError(...)`. */
export interface Annotation {
  /** Construct path without the leading slash. */
  readonly path: string;
  /** Level that the construct gave it. */
  readonly level: 'warning' | 'error';
  /** Text of the construct. */
  readonly text: string;
}

/** A synthesized assembly, nested assemblies included, stacks ordered by `id`. */
export interface Assembly {
  /** Folder it was read from. */
  readonly directory: string;
  /** Stacks of every stage, nested ones beside their parents. */
  readonly stacks: readonly StackTemplate[];
  /** Assets that the manifests publish, by the key that templates name them by. @default - none */
  readonly assets?: ReadonlyMap<string, Asset>;
  /** Its files. @default - none, as for bare template files */
  readonly folder?: AssemblyFolder;
  /** True where every file was compared with a seal. @default false */
  readonly isSealed?: boolean;
  /** Files of the firm, to compare with. @default - none are given */
  readonly firm?: FirmFiles;
}

/** Files of the firm that a template repeats. */
export interface FirmFiles {
  /** SAML metadata of its identity provider, as XML text: for access to roles, and for the VPN. @default - not compared */
  readonly identityProviders?: { readonly access: string; readonly vpn: string };
  /** Each vendor's file, as far as templates repeat it. @default - not compared */
  readonly vendors?: readonly VendorFile[];
}

/** A vendor's file, as far as templates repeat it. */
export interface VendorFile {
  /** Slug of the vendor. */
  readonly vendor: string;
  /** Account of its workspace. */
  readonly account: string;
  /** Regions of its data: where it is worked on, and where copies are kept. */
  readonly regions: readonly string[];
  /** Groups of the identity provider that work on its matters. */
  readonly groups: readonly string[];
  /** ARNs of the certificates of its VPN. */
  readonly certificates: { readonly server: string; readonly clientRoot: string };
}

/** File, or folder that becomes a zip, which an assembly publishes for its templates. Read when it is asked for. */
export interface Asset {
  /** SHA-256 of the bytes of a file, in hexadecimal; undefined for a folder and for what cannot be read. */
  readonly sha256: () => string | undefined;
  /** Bytes of a file of the folder; undefined where it has none of that name. */
  readonly file: (name: string) => Uint8Array | undefined;
  /** Value of a file of JSON; undefined for all else, and for what cannot be read. */
  readonly json: () => unknown;
}
