import { CfnAnalyzer } from 'aws-cdk-lib/aws-accessanalyzer';
import { Construct } from 'constructs';
import { analyzerName } from '../../model/names.ts';

/** Finds what is shared outside the account, and access that nobody has used for 90 days. */
export class AccessAnalyzers extends Construct {
  constructor(scope: Construct, id: string, props: { readonly subject: string }) {
    super(scope, id);
    new CfnAnalyzer(this, 'External', {
      type: 'ACCOUNT',
      analyzerName: analyzerName(props.subject, 'external'),
    });
    new CfnAnalyzer(this, 'Unused', {
      type: 'ACCOUNT_UNUSED_ACCESS',
      analyzerName: analyzerName(props.subject, 'unused'),
      analyzerConfiguration: { unusedAccessConfiguration: { unusedAccessAge: 90 } },
    });
  }
}
