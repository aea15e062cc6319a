import { Stack } from 'aws-cdk-lib';
import { CfnHub, CfnStandard } from 'aws-cdk-lib/aws-securityhub';
import { Construct } from 'constructs';

/** Security Hub with the two standards whose findings an owner is expected to work off. */
export class SecurityHub extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const hub = new CfnHub(this, 'Hub', {
      enableDefaultStandards: false,
      autoEnableControls: true,
      controlFindingGenerator: 'SECURITY_CONTROL',
    });
    for (const [name, standard] of [
      ['BestPractices', 'aws-foundational-security-best-practices/v/1.0.0'],
      ['Nist80053', 'nist-800-53/v/5.0.0'],
    ] as const)
      new CfnStandard(this, name, {
        standardsArn: Stack.of(this).formatArn({
          service: 'securityhub',
          account: '',
          resource: 'standards',
          resourceName: standard,
        }),
      }).addResourceDependency(hub);
  }
}
