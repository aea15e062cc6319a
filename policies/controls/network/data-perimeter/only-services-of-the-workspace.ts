import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';

/** Actions, one for each service that takes content in, send it out or run code; the next one AWS invents stands for itself. */
const elsewhere = [
  'amplify:CreateApp',
  'appstream:CreateFleet',
  'athena:StartQueryExecution',
  'aws-service-of-tomorrow:Create',
  'bedrock:InvokeModel',
  'cloudfront:CreateDistribution',
  'codebuild:StartBuild',
  'codecommit:CreateRepository',
  'comprehend:DetectEntities',
  'datasync:CreateTask',
  'ecr:PutImage',
  'ecs:RunTask',
  'globalaccelerator:CreateAccelerator',
  'glue:CreateJob',
  'iot:Publish',
  'kinesis:PutRecord',
  'lightsail:CreateInstances',
  'qbusiness:ChatSync',
  'quicksight:CreateDataSet',
  'ram:CreateResourceShare',
  'rekognition:DetectText',
  'sagemaker:CreateModel',
  'ses:SendEmail',
  'textract:AnalyzeDocument',
  'transcribe:StartTranscriptionJob',
  'transfer:CreateServer',
  'translate:TranslateText',
  'workmail:CreateUser',
];
const pinned = { NotAction: ['iam:*', 's3:*', 'kms:*', 'sts:*'] };

export const check = guardrailDeny({
  control: 'LPO-NET-02',
  name: 'only-services-of-the-workspace',
  expected:
    'an SCP denies every service that the workspace is not made of, AI and sharing services among them',
  fix: 'deny NotAction [the services of the workspace] on every resource, without a condition',
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [{ actions: elsewhere, trigger: [], exempting: [] }],
  good: { 'a list of services': [pinned] },
  bad: {
    'a list of bad services': [{ Action: ['bedrock:*', 'ses:*'] }],
    'but for AI': [{ NotAction: [...pinned.NotAction, 'bedrock:*'] }],
    'while a tag is set': [{ ...pinned, Condition: { StringEquals: { 'aws:PrincipalTag/x': 'y' } } }],
  },
});
