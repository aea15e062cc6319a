import type { Stage } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks } from 'cdk-nag';
import { counted } from './counted.ts';

/** AWS's own best practices; always on. */
export class AwsSolutions extends counted(AwsSolutionsChecks) {
  readonly name = 'AwsSolutions';
}

/** NIST SP 800-53 revision 5; always on. */
export class Nist80053R5 extends counted(NIST80053R5Checks) {
  readonly name = 'NIST.800.53.R5';
}

/** On for a vendor with health data. In an app cdk-nag would walk all of it; this one keeps to its stage. */
export class HipaaSecurity extends counted(HIPAASecurityChecks) {
  readonly name = 'HIPAA.Security';

  constructor(private readonly stage?: Stage) {
    super();
  }

  override validate(context: Parameters<HIPAASecurityChecks['validate']>[0]) {
    return this.stage ? this.validateScope(this.stage) : super.validate(context);
  }
}

/** On for a vendor with card data; in an app it keeps to its stage. */
export class PciDss321 extends counted(PCIDSS321Checks) {
  readonly name = 'PCI.DSS.321';

  constructor(private readonly stage?: Stage) {
    super();
  }

  override validate(context: Parameters<PCIDSS321Checks['validate']>[0]) {
    return this.stage ? this.validateScope(this.stage) : super.validate(context);
  }
}

export type Pack = AwsSolutions | Nist80053R5 | HipaaSecurity | PciDss321;
