import type { Stage } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks } from 'cdk-nag';
import { counted } from './counted.ts';

/** Always on: AWS's own best practices. */
export class AwsSolutions extends counted(AwsSolutionsChecks) {
  readonly name = 'AwsSolutions';
}

/** Always on: NIST SP 800-53 revision 5. */
export class Nist80053R5 extends counted(NIST80053R5Checks) {
  readonly name = 'NIST.800.53.R5';
}

/** On for a vendor with health data. cdk-nag would walk the whole app; this one keeps to its stage. */
export class HipaaSecurity extends counted(HIPAASecurityChecks) {
  readonly name = 'HIPAA.Security';

  constructor(private readonly stage: Stage) {
    super();
  }

  override validate() {
    return this.validateScope(this.stage);
  }
}

/** On for a vendor with card data; keeps to its stage. */
export class PciDss321 extends counted(PCIDSS321Checks) {
  readonly name = 'PCI.DSS.321';

  constructor(private readonly stage: Stage) {
    super();
  }

  override validate() {
    return this.validateScope(this.stage);
  }
}
