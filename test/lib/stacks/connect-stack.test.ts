import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../../lib/config/load-config.ts';
import type { Assembly } from '../../../policies/template/assembly.ts';
import { assemblyOf } from '../../support/assembly-of.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';
import { bundlingAnew } from '../../support/jest/bundles.ts';
import { resourcesOf, stackOf } from '../../support/resources-of.ts';

const assembly = exampleAssembly();
const connect = stackOf(assembly, 'meridian/Connect');
const functions = resourcesOf(connect, 'AWS::Lambda::Function');
const handler = functions.find(({ properties }) => properties.FunctionName === 'AWSClientVPN-lpo-meridian');

test('the VPN endpoint asks the connect handler', () => {
  const [endpoint] = resourcesOf(stackOf(assembly, 'meridian/Vpn'), 'AWS::EC2::ClientVpnEndpoint');
  expect(endpoint?.properties.ClientConnectOptions).toEqual({
    Enabled: true,
    LambdaFunctionArn: 'arn:aws:lambda:eu-west-2:200000000001:function:AWSClientVPN-lpo-meridian',
  });
});

test('it answers well inside the 30 seconds of Client VPN', () => {
  expect(handler?.properties.Timeout).toBeLessThanOrEqual(15);
});

test('the published roster is the object whose hash the handler was given', () => {
  const { ROSTER_KEY, ROSTER_SHA256 } = handler?.properties.Environment.Variables ?? {};
  const bytes = readFileSync(join(assembly.directory, `asset.${ROSTER_KEY}`));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(ROSTER_SHA256);
  const roster = JSON.parse(bytes.toString('utf8'));
  // Two matters, six functions each.
  expect(Object.keys(roster.groups)).toHaveLength(12);
  // Every record of the shipped example is in order, so everybody on file is admitted, and nobody else.
  const meridian = loadConfig('config').vendors.find(({ vendor }) => vendor === 'meridian');
  expect(Object.keys(roster.people).sort()).toEqual(meridian?.people.map(({ id }) => id).sort());
});

test('the bundles hold no path of the machine that made them', () => {
  for (const { properties } of functions) {
    const [hash] = String(properties.Code.S3Key).split('.');
    const file = join(assembly.directory, `asset.${hash}`, 'index.js');
    expect(readFileSync(file, 'utf8')).not.toContain(process.cwd());
  }
});

test('a second synthesis gives the same bundles and the same roster, in every stack', () => {
  const codeAndRoster = (of: Assembly) =>
    resourcesOf(of, 'AWS::Lambda::Function').map(({ stack, properties }) => [
      stack,
      properties.Code,
      properties.Environment,
    ]);
  const again = codeAndRoster(bundlingAnew(() => assemblyOf(loadConfig('config'))));
  expect(again.length).toBeGreaterThan(functions.length);
  expect(again).toEqual(codeAndRoster(assembly));
});
