import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PersonSuspensions } from '../constructs/access/person-suspensions.ts';

export interface SuspensionsStackProps extends StackProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Ids of the people for whom the access stack has no room. */
  readonly people: readonly string[];
}

/** Suspensions of people beyond those that the access stack holds; it keeps nothing else. */
export class SuspensionsStack extends Stack {
  constructor(scope: Construct, id: string, props: SuspensionsStackProps) {
    super(scope, id, props);
    new PersonSuspensions(this, 'People', { vendor: props.vendor, people: props.people });
  }
}
