import fc from 'fast-check';
import { dataClasses, matterTypes } from '../../../lib/model/engagement.ts';
import { tiers } from '../../../lib/profile/class-floors.ts';
import { type Profile, resolveProfile, resolveVendorProfile } from '../../../lib/profile/resolve-profile.ts';

const someClasses = fc.uniqueArray(fc.constantFrom(...dataClasses), { minLength: 1 });
const someType = fc.constantFrom(...matterTypes);

/** Every field of `stricter` asks for at least as much as `laxer` does. */
function atLeast(stricter: Profile, laxer: Profile): boolean {
  const raised = (
    field:
      | 'separateKeyForPrivileged'
      | 'secondApprover'
      | 'supervisingLawyerApproves'
      | 'screening'
      | 'matterUndertaking'
      | 'legalHold',
  ) => stricter[field] || !laxer[field];
  const holds = <T>(all: readonly T[], some: readonly T[]) => some.every((one) => all.includes(one));
  return (
    tiers.indexOf(stricter.tier) >= tiers.indexOf(laxer.tier) &&
    stricter.sessionHours <= laxer.sessionHours &&
    stricter.idleMinutes <= laxer.idleMinutes &&
    (!stricter.bucketKey || laxer.bucketKey) &&
    (!stricter.bulkExport || laxer.bulkExport) &&
    (stricter.keyCustody === 'external' || laxer.keyCustody === 'customer-managed') &&
    raised('separateKeyForPrivileged') &&
    raised('secondApprover') &&
    raised('supervisingLawyerApproves') &&
    raised('screening') &&
    raised('matterUndertaking') &&
    raised('legalHold') &&
    holds(stricter.training, laxer.training) &&
    holds(stricter.packs, laxer.packs) &&
    holds(stricter.alarms, laxer.alarms) &&
    stricter.retentionFloorDays >= laxer.retentionFloorDays &&
    stricter.logRetentionFloorDays >= laxer.logRetentionFloorDays
  );
}

describe('resolveProfile', () => {
  test('one more class never lowers anything', () => {
    fc.assert(
      fc.property(someType, someClasses, fc.constantFrom(...dataClasses), (type, classes, one) =>
        atLeast(
          resolveProfile({ type, dataClasses: [...classes, one] }),
          resolveProfile({ type, dataClasses: classes }),
        ),
      ),
    );
  });

  test('the order of classes does not matter', () => {
    fc.assert(
      fc.property(someType, someClasses, (type, classes) => {
        expect(resolveProfile({ type, dataClasses: classes.toReversed() })).toEqual(
          resolveProfile({ type, dataClasses: classes }),
        );
      }),
    );
  });

  test('a plain contract matter asks for the least', () => {
    expect(resolveProfile({ type: 'contract', dataClasses: ['PII_BASIC'] })).toEqual({
      tier: 'standard',
      sessionHours: 10,
      idleMinutes: 30,
      bucketKey: true,
      separateKeyForPrivileged: false,
      keyCustody: 'customer-managed',
      secondApprover: false,
      supervisingLawyerApproves: false,
      bulkExport: true,
      contentRecording: 'off',
      screening: false,
      matterUndertaking: false,
      training: ['ethics', 'privacy', 'security'],
      packs: [],
      alarms: ['session-start'],
      retentionFloorDays: 365,
      logRetentionFloorDays: 365,
      legalHold: false,
    });
  });

  test.each([
    ['PII_GOV_ID', { sessionHours: 8, bucketKey: false, secondApprover: true, screening: true }],
    [
      'PRIVILEGED',
      { separateKeyForPrivileged: true, supervisingLawyerApproves: true, contentRecording: 'off' },
    ],
    ['PHI', { packs: ['hipaa'], logRetentionFloorDays: 2192 }],
    ['CARDHOLDER', { packs: ['pci'] }],
    ['MNPI', { bulkExport: false, logRetentionFloorDays: 1827 }],
    ['EXPORT_ITAR', { tier: 'restricted', keyCustody: 'external', contentRecording: 'on' }],
  ] as const)('%s raises %j', (name, floor) => {
    expect(resolveProfile({ type: 'contract', dataClasses: [name] })).toMatchObject(floor);
  });

  test('recordings of privileged and controlled material are for lawyers only', () => {
    const { contentRecording } = resolveProfile({ type: 'ip', dataClasses: ['EXPORT_ITAR'] });
    expect(contentRecording).toBe('lawyer-only');
  });

  test('leaving a class out does not fall below the type', () => {
    expect(resolveProfile({ type: 'medical', dataClasses: ['PII_BASIC'] }).packs).toEqual(['hipaa']);
  });
});

test('a vendor has the strictest session and every pack of its matters', () => {
  const matter = (type: 'contract' | 'medical') => ({ type, dataClasses: ['PII_BASIC' as const] });
  expect(resolveVendorProfile({ matters: [matter('contract'), matter('medical')] as never })).toEqual({
    tier: 'high',
    sessionHours: 8,
    packs: ['hipaa'],
    logRetentionFloorDays: 2192,
  });
});
