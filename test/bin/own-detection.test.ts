import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../lib/operations/synthesis/synthesize.ts';
import { readAssembly } from '../../policies/template/read-assembly.ts';
import { stackOf } from '../support/resources-of.ts';

/** The shipped examples in an organization that runs no detection of its own. */
function configOnItsOwn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'closed-room-'));
  cpSync('config', folder, { recursive: true });
  const path = join(folder, 'organization.yaml');
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(/^( +(?:guardDuty|macie|securityHub|config)): true$/gm, '$1: false');
  expect(changed.match(/: false$/gm)?.length).toBeGreaterThanOrEqual(5);
  writeFileSync(path, changed);
  return folder;
}

test('detection that the organization does not run is built, and leaves nothing to find', () => {
  const output = mkdtempSync(join(tmpdir(), 'closed-room-'));
  const { evaluation, gateFindings } = synthesize({
    config: configOnItsOwn(),
    output,
    asOf: '2026-11-21',
    cloudFormation: false,
  });
  expect([gateFindings, evaluation.findings]).toEqual([[], []]);
  const types = Object.values(
    stackOf(readAssembly(output), 'meridian/Detection').template.Resources ?? {},
  ).map(({ Type }) => Type);
  for (const type of ['GuardDuty::Detector', 'Macie::Session', 'SecurityHub::Hub', 'Config::ConformancePack'])
    expect(types).toContain(`AWS::${type}`);
});
