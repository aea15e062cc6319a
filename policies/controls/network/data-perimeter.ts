import type { Control } from '../../authoring/control.ts';
import { accountSettingsDeclared } from './data-perimeter/account-settings-declared.ts';
import { bucketOnlyThroughTheEndpoint } from './data-perimeter/bucket-only-through-the-endpoint.ts';
import { dnsAnswersAllowedNamesOnly } from './data-perimeter/dns-answers-allowed-names-only.ts';
import { endpointPolicyBoundToTheAccount } from './data-perimeter/endpoint-policy-bound-to-the-account.ts';
import { onlyServicesOfTheWorkspace } from './data-perimeter/only-services-of-the-workspace.ts';
import { peopleComeThroughEndpoints } from './data-perimeter/people-come-through-endpoints.ts';
import { peopleLeaveThroughEndpoints } from './data-perimeter/people-leave-through-endpoints.ts';
import { principalsReachOwnResourcesOnly } from './data-perimeter/principals-reach-own-resources-only.ts';
import { resourcesAnswerOwnPrincipalsOnly } from './data-perimeter/resources-answer-own-principals-only.ts';
import { resourcesOpenedOnlyByDeployment } from './data-perimeter/resources-opened-only-by-deployment.ts';

export const dataPerimeter: Control = {
  id: 'LPO-NET-02',
  title: 'Data perimeter and egress allow-list',
  objective:
    'Service access goes only through endpoints whose policies allow this organisation’s identities and resources; DNS and egress are allow-listed; AI and sharing services are denied by default.',
  severity: 'critical',
  kind: ['preventive'],
  map: {
    gdpr: ['32(1)', '28(3)(a)'],
    iso27001: ['8.12', '8.23', '8.20', '5.14'],
    soc2: ['CC6.6', 'CC6.7'],
    nist80053: ['SC-7(5)', 'SC-7(8)', 'AC-4', 'SC-7(4)', 'CA-3(6)', 'AC-20'],
    cisAws7: ['6.8', '2.1.2'],
    hipaa: ['164.312(e)(1)'],
    aba: ['1.6(c)†'],
  },
  record: 'the assembly itself, and the prover’s report on confidentiality',
  checks: [
    accountSettingsDeclared,
    bucketOnlyThroughTheEndpoint,
    dnsAnswersAllowedNamesOnly,
    endpointPolicyBoundToTheAccount,
    onlyServicesOfTheWorkspace,
    peopleComeThroughEndpoints,
    peopleLeaveThroughEndpoints,
    principalsReachOwnResourcesOnly,
    resourcesAnswerOwnPrincipalsOnly,
    resourcesOpenedOnlyByDeployment,
  ],
};
