import { closed, listOf, mapOf, when } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { At, PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, oneOf, text, words } from '../authoring/shapes/text.ts';
import { nodeRuntimes } from '../reading/lambda-runtimes.ts';
import { readName } from '../template/names.ts';

const given = (job: string) => closed({ Variables: mapOf(judgedBy(job)) });

/** Functions whose every variable a job states, by the purpose of the role that decides what they can do. */
const environments = {
  breachClock: given('breach-clock-warns'),
  connect: given('connect-handler-decides-who-comes-in'),
  killSwitch: given('kill-switch-contains-a-vendor'),
  sweep: given('sweep-ends-sessions'),
};

function purposeOf({ view, stack, resource }: At): keyof typeof environments | undefined {
  const role = view.target(resource.get('Role'), stack)?.resource.text('RoleName') ?? '';
  const purpose = readName(role)?.purpose ?? '';
  return Object.hasOwn(environments, purpose) ? (purpose as keyof typeof environments) : undefined;
}

const published = text(
  'a file that this assembly publishes',
  (key, { view }) => view.assembly.assets?.has(key) === true,
);
const bucket = text(
  'the bucket of bootstrap that the stack publishes to',
  (name, { stack }) => name === stack.deployment?.assets,
);

/** Code of this assembly and nothing that runs before or beside it: no layer, no extension, no file system. */
export const properties: PropertyLists = {
  'AWS::Lambda::Function': {
    Architectures: listOf(oneOf('x86_64', 'arm64')),
    Code: closed({ S3Bucket: bucket, S3Key: published }),
    Description: words,
    Environment: when(environments, purposeOf),
    FunctionName: words,
    Handler: oneOf('index.handler', '__entrypoint__.handler'),
    KmsKeyArn: made('AWS::KMS::Key'),
    LoggingConfig: closed({ LogGroup: judgedBy('LPO-LOG-01/functions-log-to-a-defined-group') }),
    MemorySize: number(128, 10240, 'MB'),
    PackageType: oneOf('Zip'),
    ReservedConcurrentExecutions: number(1, 1000),
    Role: made('AWS::IAM::Role'),
    Runtime: oneOf(...Object.keys(nodeRuntimes.ends)),
    Tags: tags,
    Timeout: number(10, 900, 'seconds'),
  },
  'AWS::Lambda::Permission': {
    Action: oneOf('lambda:InvokeFunction'),
    FunctionName: made('AWS::Lambda::Function'),
    Principal: judgedBy('LPO-DET-02/events-stay-in-the-account'),
    SourceAccount: text('this account', (account, { stack }) => account === stack.account),
    SourceArn: judgedBy('LPO-DET-02/events-stay-in-the-account'),
  },
};
