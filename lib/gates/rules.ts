import { by } from '../model/order.ts';
import { withinQuotas } from './capacity/cap-r01-within-quotas.ts';
import { staleQuotas } from './capacity/cap-r02-stale-quotas.ts';

import { partiesOnFile } from './conflicts/coi-r01-parties-on-file.ts';
import { clientAdverseElsewhere } from './conflicts/coi-r02-client-adverse-elsewhere.ts';
import { adverseIsClientElsewhere } from './conflicts/coi-r03-adverse-is-client-elsewhere.ts';
import { familyOfParties } from './conflicts/coi-r04-family-of-parties.ts';
import { similarNames } from './conflicts/coi-r05-similar-names.ts';
import { bothSidesOfAWall } from './conflicts/coi-r06-both-sides-of-a-wall.ts';
import { declaredInterests } from './conflicts/coi-r07-declared-interests.ts';
import { priorEmployers } from './conflicts/coi-r08-prior-employers.ts';
import { sidesShareNothing } from './conflicts/coi-r09-sides-share-nothing.ts';
import { sharedStaff } from './conflicts/coi-r10-shared-staff.ts';
import { accountForEachSide } from './conflicts/coi-r11-account-for-each-side.ts';
import { wallInOrder } from './conflicts/coi-r13-wall-in-order.ts';
import { recordForEachTopic } from './diligence/due-r01-record-for-each-topic.ts';
import { recordsCurrent } from './diligence/due-r02-records-current.ts';
import { adverseAccepted } from './diligence/due-r03-adverse-accepted.ts';
import { references } from './diligence/due-r04-references.ts';
import { contractInForce } from './diligence/due-r05-contract-in-force.ts';
import { contractClauses } from './diligence/due-r06-contract-clauses.ts';
import { attestedSites } from './diligence/due-r07-attested-sites.ts';
import { subprocessors } from './diligence/due-r08-subprocessors.ts';
import { contentRetention } from './engagement/eng-r01-content-retention.ts';
import { logRetention } from './engagement/eng-r02-log-retention.ts';
import { cardData } from './engagement/eng-r03-card-data.ts';
import { vendorTier } from './engagement/eng-r04-vendor-tier.ts';
import { exportClassification } from './engagement/eng-r05-export-classification.ts';
import { secondApprover } from './engagement/eng-r06-second-approver.ts';
import { impactAssessment } from './governance/gov-r01-impact-assessment.ts';
import { clientAuthority } from './governance/gov-r02-client-authority.ts';
import { supervision } from './governance/gov-r03-supervision.ts';
import { crisisPlan } from './governance/gov-r04-crisis-plan.ts';
import { breachNotices } from './governance/gov-r05-breach-notices.ts';
import { killSwitchDrill } from './governance/gov-r06-kill-switch-drill.ts';
import { personRules } from './people/person-rules.ts';
import { everyFunctionFilled } from './people/ppl-r01-every-function-filled.ts';
import { versionsOnFile } from './people/ppl-r11-versions-on-file.ts';
import type { Rule } from './rule.ts';
import { knownPlaces } from './transfer/jur-r01-known-places.ts';
import { storagePlace } from './transfer/jur-r02-storage-place.ts';
import { transferBasis } from './transfer/jur-r03-transfer-basis.ts';
import { clausesAndAssessment } from './transfer/jur-r04-clauses-and-assessment.ts';
import { privacyFramework } from './transfer/jur-r05-privacy-framework.ts';
import { nationalClauses } from './transfer/jur-r06-national-clauses.ts';
import { derogations } from './transfer/jur-r07-derogations.ts';
import { deniedCountries } from './transfer/jur-r08-denied-countries.ts';
import { bulkData } from './transfer/jur-r09-bulk-data.ts';
import { itar } from './transfer/jur-r10-itar.ts';
import { inventionFiling } from './transfer/jur-r11-invention-filing.ts';
import { germanSecrecy } from './transfer/jur-r12-german-secrecy.ts';
import { priorAssessment } from './transfer/jur-r13-prior-assessment.ts';
import { offshoreHealth } from './transfer/jur-r14-offshore-health.ts';
import { vendorNotice } from './transfer/jur-r15-vendor-notice.ts';
import { staleLaw } from './transfer/jur-r16-stale-law.ts';
import { regionServices } from './transfer/jur-r17-region-services.ts';
import { recoveryPlace } from './transfer/jur-r18-recovery-place.ts';
import { internalTarget } from './transfer/jur-r19-internal-target.ts';
import { logPlace } from './transfer/jur-r20-log-place.ts';

/** Every rule of every gate, by id. A test makes sure that no rule file is missing here. */
export const rules: readonly Rule[] = [
  ...personRules,
  withinQuotas,
  staleQuotas,
  partiesOnFile,
  clientAdverseElsewhere,
  adverseIsClientElsewhere,
  familyOfParties,
  similarNames,
  bothSidesOfAWall,
  declaredInterests,
  priorEmployers,
  sidesShareNothing,
  sharedStaff,
  accountForEachSide,
  wallInOrder,
  recordForEachTopic,
  recordsCurrent,
  adverseAccepted,
  references,
  contractInForce,
  contractClauses,
  attestedSites,
  subprocessors,
  contentRetention,
  logRetention,
  cardData,
  vendorTier,
  exportClassification,
  secondApprover,
  impactAssessment,
  clientAuthority,
  supervision,
  crisisPlan,
  breachNotices,
  killSwitchDrill,
  everyFunctionFilled,
  versionsOnFile,
  knownPlaces,
  storagePlace,
  transferBasis,
  clausesAndAssessment,
  privacyFramework,
  nationalClauses,
  derogations,
  deniedCountries,
  bulkData,
  itar,
  inventionFiling,
  germanSecrecy,
  priorAssessment,
  offshoreHealth,
  vendorNotice,
  staleLaw,
  regionServices,
  recoveryPlace,
  internalTarget,
  logPlace,
].sort(by(({ id }) => id));
