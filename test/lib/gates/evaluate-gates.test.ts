import { loadConfig } from '../../../lib/config/load-config.ts';
import { evaluateGates } from '../../../lib/gates/evaluate-gates.ts';
import { policy, type Rule } from '../../../lib/gates/rule.ts';
import { ConfigFolder } from '../config/config-folder.ts';
import { asOf, draft, found, hitsOf } from './draft.ts';

describe('evaluateGates', () => {
  test('opens the gates of both shipped vendors', () => {
    const { vendors } = evaluateGates(draft().config, asOf);
    expect(vendors).toEqual([
      { vendor: 'luzon', open: true, findings: [], waived: [] },
      { vendor: 'meridian', open: true, findings: [], waived: [] },
    ]);
  });

  test('shuts the gate of one vendor and leaves the other open', () => {
    const changed = draft();
    changed.luzon.contract = undefined;
    const { vendors } = evaluateGates(changed.config, asOf);
    expect(vendors.map(({ vendor, open }) => [vendor, open])).toEqual([
      ['luzon', false],
      ['meridian', true],
    ]);
  });

  test('a waiver opens the gate and the finding stays in the list', () => {
    const changed = draft();
    found(changed.luzon.diligence).references = [];
    const before = evaluateGates(changed.config, asOf).vendors[0];
    changed.luzon.waivers.push({
      rule: 'DUE-R04',
      reason: 'the second reference is on leave until December',
      owner: 'p-60b3f5',
      approver: 'p-c2d94e',
      approvedOn: '2026-11-01',
      expiresOn: '2026-12-31',
    });
    const after = evaluateGates(changed.config, asOf).vendors[0];
    expect([before?.open, after?.open]).toEqual([false, true]);
    expect(after?.findings).toEqual([]);
    expect(after?.waived.map(({ finding, waiver }) => [finding.code, waiver.approver])).toEqual([
      ['DUE-R04', 'p-c2d94e'],
    ]);
  });

  test('a waiver of another matter, or of a rule that cannot be waived, opens nothing', () => {
    const changed = draft();
    changed.litigation.retentionDays = 365;
    changed.meridian.transfers = [];
    const waiver = {
      reason: 'nobody should ever be able to wave this through',
      owner: 'p-60b3f5',
      approver: 'p-c2d94e',
      approvedOn: '2026-11-01',
      expiresOn: '2026-12-31',
    };
    changed.meridian.waivers.push({ ...waiver, rule: 'ENG-R01', matter: changed.deal.id });
    changed.meridian.waivers.push({ ...waiver, rule: 'JUR-R03' });
    const shut = evaluateGates(changed.config, asOf).vendors[1]?.findings;
    expect(new Set(shut?.map(({ code }) => code))).toEqual(
      new Set(['ENG-R01', 'JUR-R03', 'WVR-R01', 'WVR-R04']),
    );
  });

  test.each([
    ['L', { ...policy('x'), confidence: 'L' as const }],
    ['†', { ...policy('x'), unseen: true }],
  ])('what is marked %s warns, whatever the rule says', (_mark, source) => {
    const rule: Rule = {
      id: 'TST-R01',
      title: 'a rule on unsure ground',
      severity: 'high',
      waivable: false,
      source,
      check: () => [{ path: ['owner'], got: 'x', expected: 'y', fix: 'z' }],
    };
    const [gate] = evaluateGates(draft().config, asOf, [rule]).vendors;
    expect([gate?.open, gate?.findings[0]?.severity]).toEqual([true, 'medium']);
  });

  test('rules whose own review is past shut every gate', () => {
    const later = draft();
    const fresh = { asOf: '2027-11-01', reviewBy: '2030-01-01' };
    for (const law of later.config.law) Object.assign(law, fresh);
    Object.assign(later.config.regions, fresh);
    Object.assign(later.config.denyLists, fresh);
    const got = (day: string) =>
      hitsOf('JUR-R16', later, day).map((hit) => [hit.vendor, hit.severity, hit.got]);
    expect(got('2027-10-21')).toEqual([]);
    expect(got('2027-11-22')).toEqual([
      ['luzon', 'high', 'the rules of this version: review was due on 2027-11-21'],
      ['meridian', 'high', 'the rules of this version: review was due on 2027-11-21'],
    ]);
  });

  test('names file, line and column of what a person has to change', () => {
    const folder = new ConfigFolder().replace('vendors/meridian.yaml', 'noticeHours: 2', 'noticeHours: 48');
    const [, meridian] = evaluateGates(loadConfig(folder.path), asOf).vendors;
    const place = found(meridian?.findings[0]);
    const line = folder.read('vendors/meridian.yaml').split('\n')[found(place.where.line) - 1] ?? '';
    folder.remove();
    expect(place.code).toBe('JUR-R15');
    expect(line.slice(found(place.where.column) - 1)).toMatch(/^48/);
  });
});
