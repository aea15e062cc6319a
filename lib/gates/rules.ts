import { partiesOnFile } from './conflicts/coi-r01-parties-on-file';
import { clientAdverseElsewhere } from './conflicts/coi-r02-client-adverse-elsewhere';
import { adverseIsClientElsewhere } from './conflicts/coi-r03-adverse-is-client-elsewhere';
import { familyOfParties } from './conflicts/coi-r04-family-of-parties';
import { similarNames } from './conflicts/coi-r05-similar-names';
import { bothSidesOfAWall } from './conflicts/coi-r06-both-sides-of-a-wall';
import { declaredInterests } from './conflicts/coi-r07-declared-interests';
import { priorEmployers } from './conflicts/coi-r08-prior-employers';
import { sidesShareNothing } from './conflicts/coi-r09-sides-share-nothing';
import { sharedStaff } from './conflicts/coi-r10-shared-staff';
import { accountForEachSide } from './conflicts/coi-r11-account-for-each-side';
import { wallInOrder } from './conflicts/coi-r13-wall-in-order';
import { recordForEachTopic } from './diligence/due-r01-record-for-each-topic';
import { recordsCurrent } from './diligence/due-r02-records-current';
import { adverseAccepted } from './diligence/due-r03-adverse-accepted';
import { references } from './diligence/due-r04-references';
import { contractInForce } from './diligence/due-r05-contract-in-force';
import { contractClauses } from './diligence/due-r06-contract-clauses';
import { attestedSites } from './diligence/due-r07-attested-sites';
import { subprocessors } from './diligence/due-r08-subprocessors';
import { contentRetention } from './engagement/eng-r01-content-retention';
import { logRetention } from './engagement/eng-r02-log-retention';
import { cardData } from './engagement/eng-r03-card-data';
import { vendorTier } from './engagement/eng-r04-vendor-tier';
import { exportClassification } from './engagement/eng-r05-export-classification';
import { secondApprover } from './engagement/eng-r06-second-approver';
import { impactAssessment } from './governance/gov-r01-impact-assessment';
import { clientAuthority } from './governance/gov-r02-client-authority';
import { supervision } from './governance/gov-r03-supervision';
import { crisisPlan } from './governance/gov-r04-crisis-plan';
import { breachNotices } from './governance/gov-r05-breach-notices';
import { killSwitchDrill } from './governance/gov-r06-kill-switch-drill';
import { personRules } from './people/person-rules';
import { everyFunctionFilled } from './people/ppl-r01-every-function-filled';
import { versionsOnFile } from './people/ppl-r11-versions-on-file';
import type { Rule } from './rule';
import { knownPlaces } from './transfer/jur-r01-known-places';
import { storagePlace } from './transfer/jur-r02-storage-place';
import { transferBasis } from './transfer/jur-r03-transfer-basis';
import { clausesAndAssessment } from './transfer/jur-r04-clauses-and-assessment';
import { privacyFramework } from './transfer/jur-r05-privacy-framework';
import { nationalClauses } from './transfer/jur-r06-national-clauses';
import { derogations } from './transfer/jur-r07-derogations';
import { deniedCountries } from './transfer/jur-r08-denied-countries';
import { bulkData } from './transfer/jur-r09-bulk-data';
import { itar } from './transfer/jur-r10-itar';
import { inventionFiling } from './transfer/jur-r11-invention-filing';
import { germanSecrecy } from './transfer/jur-r12-german-secrecy';
import { priorAssessment } from './transfer/jur-r13-prior-assessment';
import { offshoreHealth } from './transfer/jur-r14-offshore-health';
import { vendorNotice } from './transfer/jur-r15-vendor-notice';
import { staleLaw } from './transfer/jur-r16-stale-law';
import { regionServices } from './transfer/jur-r17-region-services';
import { recoveryPlace } from './transfer/jur-r18-recovery-place';
import { internalTarget } from './transfer/jur-r19-internal-target';
import { logPlace } from './transfer/jur-r20-log-place';

/** Every rule of every gate, by id. A test makes sure that no rule file is missing here. */
export const rules: readonly Rule[] = [
  ...personRules,
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
].sort((a, b) => (a.id < b.id ? -1 : 1));
