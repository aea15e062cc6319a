import type { FactVerdict, Subject } from '../authoring/proof-statement.ts';
import type { Condition } from '../policy/statement.ts';

/** A role of the workspace, by its ARN; the templates have to make it. */
export interface RoleWorker {
  readonly kind: 'role';
  readonly arn: string;
}

/** Principal that does a task. */
export type Worker =
  | RoleWorker
  /** CloudFormation's execution role, by its ARN, which `cdk bootstrap` makes. */
  | { readonly kind: 'deployment'; readonly arn: string }
  /** A service principal, `cloudtrail.amazonaws.com`. */
  | { readonly kind: 'service'; readonly name: string }
  /** A person whom an identity provider vouches for, by the ARN of the provider. */
  | { readonly kind: 'federated'; readonly provider: string }
  /** An identity of an account that no template makes: the firm's staff in the security account. */
  | { readonly kind: 'account'; readonly account: string };

/**
 * Way a request takes.
 * `endpoint`: from the VPN through the workspace's own endpoint for the service.
 * `internet`: from an address on the internet, before the tunnel or for those who need none.
 * `aws`: from a function or a service, over AWS's network.
 * `service`: made by another service on behalf of the principal, as S3 asks KMS; `aws:ViaAWSService` is true.
 */
export type Origin = 'endpoint' | 'internet' | 'aws' | 'service';

/** Requests of one kind: each action, on each resource. */
export interface Task {
  /** For a reader, after the name of the role: `reads a document`. */
  readonly does: string;
  readonly who: Worker;
  readonly actions: readonly string[];
  /** ARNs, `*` for any text: every request on such an ARN has to be possible. `*` alone for actions without a resource. */
  readonly on: readonly string[];
  /** Wider ARNs that the right may be written for, where it cannot name less. @default - those of `on` */
  readonly reach?: readonly string[];
  /** Context that bounds the right: with another value the request is no part of the task. @default - none */
  readonly within?: readonly Condition[];
  /**
   * Further context that AWS sends with the request. Of a key that nobody states every value and none is asked about, where
   * the action may show it.
   *
   * @default - none
   */
  readonly shows?: readonly Condition[];
  /**
   * False for a right that comes with a policy of AWS and that nobody needs: another layer may refuse it.
   *
   * @default true
   */
  readonly needed?: boolean;
  /** True while a resource is made: no other resource has attached a policy to it yet. @default false */
  readonly bare?: boolean;
  readonly from: Origin;
  /** AWS's page on the action's resource and context. */
  readonly source: string;
}

/** Something about the network that a job rests on. */
export interface Fact {
  readonly subject: string;
  readonly decide: () => FactVerdict;
}

/** Work that somebody has to be able to do; with the jobs beside it, all that its principals can do. */
export interface Job {
  /** Stable, equals the file name, begins with who does it. */
  readonly id: string;
  /** For a lawyer. */
  readonly title: string;
  /** Controls whose promise needs it. */
  readonly controls: readonly string[];
  /** True where it is asked of a stage without a matter too. @default false */
  readonly everyStage?: boolean;
  readonly tasks: (subject: Subject) => readonly Task[];
  /** Facts that have to hold beside: a way of packets, a name that resolves. @default - none */
  readonly facts?: (subject: Subject) => readonly Fact[];
}
