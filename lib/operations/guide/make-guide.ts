import { loadConfig } from '../../config/load-config.ts';
import { requireVendor } from '../../config/require-vendor.ts';
import type { CertificateSource } from './certificate-sources.ts';
import { type FirstDeployment, firstDeployment } from './first-deployment.ts';
import type { Guide, GuideStep } from './guide.ts';
import { accounts } from './steps/accounts.ts';
import { bootstrap } from './steps/bootstrap.ts';
import { certificates } from './steps/certificates.ts';
import { checks } from './steps/checks.ts';
import { organizationSettings } from './steps/organization-settings.ts';
import { rolesApplication } from './steps/roles-application.ts';
import { signIns } from './steps/sign-ins.ts';
import { stacks } from './steps/stacks.ts';
import { staff } from './steps/staff.ts';
import { subscriptions } from './steps/subscriptions.ts';
import { synthesis } from './steps/synthesis.ts';
import { vpnApplication } from './steps/vpn-application.ts';

/** Steps in the order in which they are done. */
const steps: readonly ((deployment: FirstDeployment) => GuideStep)[] = [
  accounts,
  organizationSettings,
  bootstrap,
  certificates,
  rolesApplication,
  vpnApplication,
  synthesis,
  stacks,
  subscriptions,
  staff,
  signIns,
  checks,
];

/**
 * The first deployment of a vendor, with the values of its configuration. The gates are not asked, so that a guide can
 * be read before every record is there; a step of it asks them.
 *
 * @param certificates way to get them; the other one is not in the guide.
 * @throws UnusableInputError for a configuration that is not valid, and for a vendor that it does not have
 */
export function makeGuide(
  slug: string,
  directory: string,
  certificates: CertificateSource = 'openssl',
): Guide {
  const config = loadConfig(directory);
  const deployment = firstDeployment(config, requireVendor(config, slug), certificates);
  return { vendor: slug, steps: steps.map((step) => step(deployment)) };
}
