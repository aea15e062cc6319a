/**
 * Suspends a vendor with 200 sessions, 50 matters and a full VPN endpoint (50 rules) against AWS's request
 * rates, and says when the last containment call was accepted. Run: `npm run bench:kill-switch`
 *
 * Rates: EC2 mutating actions 50 at once and 5 a second, describes 100 and 20; KMS DisableKey 5 a second,
 * DescribeKey 2,000; S3 far above what is asked here. IAM and Organizations publish none: 20 at once and 10 a
 * second is an assumption.
 */
import { EC2 } from '@aws-sdk/client-ec2';
import { IAM } from '@aws-sdk/client-iam';
import { KMS } from '@aws-sdk/client-kms';
import { ec2Error, jsonError, queryError } from '../test/aws/wire-errors.ts';
import { suspendVendor, switchParts, throwSwitch } from '../test/lib/functions/kill-switch/throw-switch.ts';
import { VendorCloud } from '../test/lib/functions/kill-switch/vendor-cloud.ts';

class TokenBucket {
  private tokens: number;
  private last = performance.now();

  constructor(
    private readonly size: number,
    private readonly perSecond: number,
  ) {
    this.tokens = size;
  }

  take(): boolean {
    const now = performance.now();
    this.tokens = Math.min(this.size, this.tokens + ((now - this.last) / 1000) * this.perSecond);
    this.last = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}

const matters = Array.from({ length: 50 }, (_, n) => `m-${n.toString(16).padStart(6, '0')}`);
const functions = ['reviewer', 'qcLead', 'supervisingLawyer', 'releaseApprover', 'matterAdministrator'];
const cloud = new VendorCloud();
for (const matter of matters) {
  cloud.keys.set(`alias/lpo/meridian/${matter}`, 'Enabled');
  cloud.rules.add({ description: `${matter}-reviewer`, group: `${matter}-group`, cidr: '10.0.0.0/27' });
}
for (let n = 0; n < 200; n += 1) cloud.sessions.add(`conn-${n.toString().padStart(3, '0')}`);

const rates = {
  ec2: new TokenBucket(50, 5),
  describe: new TokenBucket(100, 20),
  disable: new TokenBucket(5, 5),
  iam: new TokenBucket(20, 10),
};
let throttled = 0;
let lastContainment = 0;
const start = performance.now();
cloud.boundary.fault = ({ service, operation }) => {
  const [bucket, refusal] =
    service === 'ec2'
      ? [operation.startsWith('Describe') ? rates.describe : rates.ec2, ec2Error(503, 'RequestLimitExceeded')]
      : service === 'iam'
        ? [rates.iam, queryError(400, 'Throttling')]
        : operation === 'DisableKey'
          ? [rates.disable, jsonError(400, 'ThrottlingException')]
          : [undefined, undefined];
  if (bucket && !bucket.take()) {
    throttled += 1;
    return refusal;
  }
  if (bucket) lastContainment = performance.now() - start;
  return undefined;
};

// As the deployed function has them.
const settings = { ...cloud.boundary.client(), maxAttempts: 8, retryMode: 'adaptive' };
async function main(): Promise<void> {
  const parts = switchParts(cloud);
  const vendorS3 = (await parts.inVendorAccount()).s3;
  const result = await throwSwitch(cloud, suspendVendor, {
    parts: {
      matters: matters.map((id) => ({ id, zones: ['documents'], functions })),
      inVendorAccount: async () => ({
        ec2: new EC2(settings),
        iam: new IAM(settings),
        kms: new KMS(settings),
        s3: vendorS3,
      }),
    },
  });
  const seconds = lastContainment / 1000;
  process.stdout.write(
    [
      `outcome            ${result.outcome}, ${result.doneCount} changes, ${result.notDone.length} not done`,
      `calls              ${cloud.boundary.calls.length}, of which throttled ${throttled}`,
      `last containment   ${seconds.toFixed(1)} s  (limit 60 s)`,
      '',
    ].join('\n'),
  );
  process.exitCode = result.outcome === 'complete' && seconds <= 60 ? 0 : 1;
}

void main();
