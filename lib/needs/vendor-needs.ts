import { accessResources, peopleByStack, suspensionResources } from './access.ts';
import { backupResources } from './backup.ts';
import { detectionResources } from './detection.ts';
import { attachedPolicies, guardrailResources } from './guardrails.ts';
import { killSwitchResources, killSwitchSettings } from './kill-switch.ts';
import { matterResources } from './matter.ts';
import type { Need, Resources } from './need.ts';
import { networkResources } from './network.ts';
import {
  alertsResources,
  auditResources,
  breachClockResources,
  connectResources,
  ledgerResources,
  logArchiveResources,
  logsResources,
  recoveryResources,
} from './unchanging.ts';
import type { VendorFacts } from './vendor-facts.ts';
import { mattersByStack, vpnResources, vpnRuleResources } from './vpn.ts';

/** Needs of a vendor, stack by stack and without building one. A test compares it with the templates. */
export function vendorNeeds(facts: VendorFacts): readonly Need[] {
  const { organization, vendor } = facts;
  const { accounts, homeRegion, managedByOrganization: managed } = organization;
  const { matters, region } = vendor;
  const zones = vendor.availabilityZones.length;
  const at = (account: string, where = region) => {
    return (id: string, resources: Resources): Need => ({
      id: `${vendor.vendor}/${id}`,
      account,
      region: where,
      resources,
    });
  };
  const management = at(accounts.management, homeRegion);
  const security = at(accounts.security);
  const workspace = at(vendor.account);
  const [first = [], ...further] = peopleByStack([...new Set(vendor.people.map(({ id }) => id))]);
  const [firstMatters = [], ...furtherMatters] = mattersByStack(vendor);
  return [
    {
      ...management('Guardrails', guardrailResources),
      measures: attachedPolicies(vendor.account),
    },
    security('BreachClock', breachClockResources),
    {
      ...security('KillSwitch', killSwitchResources),
      measures: [killSwitchSettings(facts)],
    },
    security('Ledger', ledgerResources),
    at(accounts.logArchive)('LogArchive', logArchiveResources),
    at(accounts.backup, vendor.recoveryRegion ?? region)('Recovery', recoveryResources),
    workspace('Access', accessResources(first.length)),
    ...further.map((people, index) => workspace(`Access-${index + 2}`, suspensionResources(people.length))),
    ...(managed.trail ? [] : [workspace('Audit', auditResources)]),
    workspace('Logs', logsResources),
    workspace('Backup', backupResources(vendor)),
    workspace('Network', networkResources(zones)),
    workspace('Alerts', alertsResources),
    workspace('Connect', connectResources),
    workspace('Vpn', vpnResources(zones, firstMatters)),
    ...furtherMatters.map((some, index) => workspace(`Vpn-${index + 2}`, vpnRuleResources(zones, some))),
    workspace('Detection', detectionResources(managed, matters)),
    ...matters.map((matter) => workspace(`Matter-${matter.id}`, matterResources(matter))),
  ];
}
