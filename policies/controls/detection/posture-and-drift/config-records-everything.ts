import { resourceCheck } from '../../../authoring/check.ts';
import { expectValue } from '../../../authoring/expect.ts';

const recorder = (RecordingGroup: object) => ({
  Type: 'AWS::Config::ConfigurationRecorder',
  Properties: { RoleARN: 'arn:aws:iam::1:role/x', RecordingGroup },
});

export const check = resourceCheck({
  control: 'LPO-DET-01',
  name: 'config-records-everything',
  expected: 'the Config recorder records every type of resource, global ones included',
  fix: 'set RecordingGroup.AllSupported and IncludeGlobalResourceTypes, and exclude nothing',
  types: ['AWS::Config::ConfigurationRecorder'],
  judge: (resource) => [
    ...expectValue(resource, 'RecordingGroup.AllSupported', true),
    ...expectValue(resource, 'RecordingGroup.IncludeGlobalResourceTypes', true),
  ],
  good: { everything: recorder({ AllSupported: true, IncludeGlobalResourceTypes: true }) },
  bad: {
    'some types': recorder({
      AllSupported: false,
      IncludeGlobalResourceTypes: true,
      ResourceTypes: ['AWS::S3::Bucket'],
    }),
    'IAM left out': recorder({ AllSupported: true }),
    nothing: recorder({}),
  },
});
