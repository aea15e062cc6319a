import { resourceCheck } from '../../../authoring/check.ts';
import { expectValue } from '../../../authoring/expect.ts';
import { isObject } from '../../../template/template-shape.ts';

/** Features that see something in a workspace without servers. */
const features = ['S3_DATA_EVENTS', 'EBS_MALWARE_PROTECTION', 'LAMBDA_NETWORK_LOGS', 'RUNTIME_MONITORING'];

const detector = (Enable: boolean, Features: object[]) => ({
  Type: 'AWS::GuardDuty::Detector',
  Properties: { Enable, Features },
});
const on = features.map((Name) => ({ Name, Status: 'ENABLED' }));

export const check = resourceCheck({
  control: 'LPO-DET-02',
  name: 'guard-duty-sees-everything',
  expected: `a detector is enabled with ${features.join(', ')}`,
  fix: 'set Enable, and Status ENABLED for each of these features',
  types: ['AWS::GuardDuty::Detector'],
  judge(resource) {
    const enabled = resource
      .list('Features')
      .filter(isObject)
      .filter(({ Status }) => Status === 'ENABLED')
      .map(({ Name }) => Name);
    const missing = features.filter((name) => !enabled.includes(name));
    return [
      ...expectValue(resource, 'Enable', true),
      ...(missing.length > 0 ? [{ property: 'Features', got: `not enabled: ${missing.join(', ')}` }] : []),
    ];
  },
  good: { all: detector(true, on) },
  bad: {
    'switched off': detector(false, on),
    'nothing but the basics': detector(true, []),
    'S3 left out': detector(true, on.slice(1)),
    'a feature disabled': detector(true, [...on.slice(1), { Name: 'S3_DATA_EVENTS', Status: 'DISABLED' }]),
  },
});
