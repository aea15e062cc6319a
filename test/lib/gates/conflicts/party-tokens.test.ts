import { normaliseName, partyTokens } from '../../../../lib/gates/conflicts/party-tokens.ts';

const key = Buffer.alloc(32, 7);
const shared = (a: readonly string[], b: readonly string[]) => a.some((token) => b.includes(token));
const tokens = (...names: [string, ...string[]]) => partyTokens(names, key);

describe('partyTokens', () => {
  test.each([
    ['Northgate Freight plc', 'NORTHGATE  FREIGHT, P L C'.replace('P L C', 'PLC')],
    ['Société Générale SA', 'Societe Generale SA'],
    ['Marks & Spencer', 'Marks and Spencer'],
    ['Straße GmbH', 'Strasse GmbH'],
  ])('%s and %s are one party', (a, b) => {
    expect(tokens(a).id).toBe(tokens(b).id);
    expect(tokens(a).exact).toEqual(tokens(b).exact);
  });

  test.each([
    ['Northgate Freight plc', 'Northgate Freight Limited'],
    ['Freight Northgate', 'Northgate Freight plc'],
    ['Meyer Holdings', 'Meier Holding'],
    ['Phillips Ltd', 'Filips Limited'],
  ])('%s and %s come near each other and are not the same', (a, b) => {
    expect(shared(tokens(a).exact, tokens(b).exact)).toBe(false);
    expect(shared(tokens(a).near, tokens(b).near)).toBe(true);
  });

  test.each([
    ['Northgate Freight', 'Southgate Freight'],
    ['Kestrel Diagnostics', 'Aster Biologics'],
  ])('%s and %s have nothing in common', (a, b) => {
    expect(shared([...tokens(a).exact, ...tokens(a).near], [...tokens(b).exact, ...tokens(b).near])).toBe(
      false,
    );
  });

  test('an alias is found as the party itself', () => {
    expect(shared(tokens('Harbour Cranes Limited', 'HCL').exact, tokens('HCL').exact)).toBe(true);
  });

  test('another key gives other tokens, so that the register alone tells nothing', () => {
    const other = partyTokens(['Northgate Freight'], Buffer.alloc(32, 8));
    expect(shared(tokens('Northgate Freight').exact, other.exact)).toBe(false);
  });

  test('names in other scripts keep their letters', () => {
    expect(normaliseName('株式会社 東京')).toBe('株式会社 東京');
  });
});
