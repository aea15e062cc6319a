import { dataIdentifiers, identifiersFor } from '../../../lib/profile/data-identifiers.ts';

/** Macie reads RE2; the dialect used here is the same in JavaScript but for the leading flag. */
const regexOf = (name: string): RegExp => {
  const { regex } = dataIdentifiers.find((each) => each.name === name) ?? { regex: '(?!)' };
  return regex.startsWith('(?i)') ? new RegExp(regex.slice(4), 'i') : new RegExp(regex);
};

test.each(dataIdentifiers.map((each) => [each.name, each] as const))("%s fits Macie's limits", (_, each) => {
  expect(each.regex.length).toBeLessThanOrEqual(512);
  expect(each.keywords.length).toBeGreaterThanOrEqual(1);
  expect(each.keywords.length).toBeLessThanOrEqual(50);
  for (const keyword of each.keywords) {
    expect(keyword.length).toBeGreaterThanOrEqual(3);
    expect(keyword.length).toBeLessThanOrEqual(90);
  }
  // RE2 has neither look-around nor back-references.
  expect(each.regex).not.toMatch(/\(\?[=!<]|\\[1-9]/);
});

test.each([
  ['philippine-national-ids', 'PSN 1234-5678-9012-3456', 'order 1234-5678'],
  ['philippine-national-ids', 'SSS 34-1234567-8', '34-123-8'],
  ['indian-national-ids', 'Aadhaar 2345 6789 0123', '1345 6789'],
  ['indian-national-ids', 'PAN ABCDE1234F', 'ABCDE12345'],
  ['us-immigration-numbers', 'A-number A123456789', 'A-1'],
  ['us-immigration-numbers', 'receipt EAC2190000001', 'EAC12'],
  ['bank-accounts', 'IBAN GB29NWBK60161331926819', 'GB2'],
  ['bates-ranges', 'ACME-0001234', 'A-12'],
  ['privilege-legends', 'Attorney-Client Privileged', 'privilege of the floor'],
  ['deal-legends', 'Project Larch', 'the projects'],
])('%s finds %j and not %j', (name, found, not) => {
  expect(regexOf(name).test(found)).toBe(true);
  expect(regexOf(name).test(not)).toBe(false);
});

test('a class brings its patterns and no others', () => {
  expect(identifiersFor(new Set(['MNPI'])).map(({ name }) => name)).toEqual(['deal-legends']);
  expect(identifiersFor(new Set(['TRADE_SECRET']))).toEqual([]);
});
