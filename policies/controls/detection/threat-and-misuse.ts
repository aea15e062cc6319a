import type { Control } from '../../authoring/control.ts';
import { alarmsAreWhole } from './threat-and-misuse/alarms-are-whole.ts';
import { deniedEndpointCallsLogged } from './threat-and-misuse/denied-endpoint-calls-logged.ts';
import { eventsStayInTheAccount } from './threat-and-misuse/events-stay-in-the-account.ts';
import { guardDutySeesEverything } from './threat-and-misuse/guard-duty-sees-everything.ts';
import { macieLooks } from './threat-and-misuse/macie-looks.ts';
import { messagesCarryIdsOnly } from './threat-and-misuse/messages-carry-ids-only.ts';
import { tripwiresRing } from './threat-and-misuse/tripwires-ring.ts';

export const threatAndMisuse: Control = {
  id: 'LPO-DET-02',
  title: 'Threat and misuse detection',
  objective:
    'Credential misuse, bulk reading, odd hours or places, key misuse and log tampering raise alarms with engagement context.',
  severity: 'high',
  kind: ['detective'],
  map: {
    gdpr: ['33(1)', '32(1)'],
    dpdp: ['Rule 6(1)(c)'],
    iso27001: ['8.16', '5.7', '8.12'],
    soc2: ['CC7.2', 'CC7.3'],
    nist80053: ['SI-4', 'SI-4(2)', 'SI-4(5)', 'AC-2(12)', 'AU-6(1)'],
    cisAws3: ['4.1-4.15'],
    cisAws7: ['5.1-5.15'],
    hipaa: ['164.308(a)(5)(ii)(C)'],
    aba: ['Op. 483'],
  },
  record: 'the alarms raised and what was done about them',
  checks: [
    deniedEndpointCallsLogged,
    eventsStayInTheAccount,
    guardDutySeesEverything,
    macieLooks,
    tripwiresRing,
    alarmsAreWhole,
    messagesCarryIdsOnly,
  ],
};
