import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { RecordedAcknowledgement } from './acknowledgement.ts';

/** Every acknowledgement below a construct, in the order of the tree. */
export function recordedAcknowledgements(root: IConstruct): RecordedAcknowledgement[] {
  return root.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter((entry) => entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap((entry) => Object.entries(entry.data as Record<string, string>))
      .map(([id, reason]) => ({ id, at: construct.node.path, reason })),
  );
}
