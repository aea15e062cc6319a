import type { Condition } from '../policy/statement.ts';

/** Requests that are alike but for their action. */
export interface Requests {
  readonly on: readonly string[];
  /** Context that AWS sends beside the usual one. @default - none */
  readonly shows?: readonly Condition[];
  /** Made by another service on behalf of the role. @default false */
  readonly forwarded?: boolean;
  /** Made before any other resource attaches a policy to what it is on. @default false */
  readonly bare?: boolean;
}
