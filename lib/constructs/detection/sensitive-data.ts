import { CfnCustomDataIdentifier, CfnSession } from 'aws-cdk-lib/aws-macie';
import { Construct } from 'constructs';
import type { DataClass } from '../../config/vendor-schema.ts';
import { dataIdentifierName } from '../../model/names.ts';
import { identifiersFor } from '../../profile/data-identifiers.ts';

/** Macie, with patterns for the classes the vendor's matters hold. Its jobs are started by API, not here. */
export class SensitiveData extends Construct {
  constructor(scope: Construct, id: string, props: { readonly classes: ReadonlySet<DataClass> }) {
    super(scope, id);
    const session = new CfnSession(this, 'Session', {
      status: 'ENABLED',
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
    });
    for (const { name, regex, keywords } of identifiersFor(props.classes))
      new CfnCustomDataIdentifier(this, name, {
        name: dataIdentifierName(name),
        regex,
        keywords: [...keywords],
        maximumMatchDistance: 50,
      }).addResourceDependency(session);
  }
}
