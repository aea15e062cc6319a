import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/**
 * A folder for one run of the suite: temporary files of every test, and what is made once and read by many.
 * It is new for each run, so nothing in it can be older than the sources.
 */
export default function startRun() {
  // Workers begin after this. Syntheses and SDK calls leave much behind at once: with Node's 16 MB for what is young, a
  // third of some files' time went into copying it.
  setFlagsFromString('--max-semi-space-size=64');
  const run = realpathSync(mkdtempSync(join(tmpdir(), 'closed-room-run-')));
  mkdirSync(join(run, 'tmp'));
  mkdirSync(join(run, 'shared'));
  process.env.CLOSED_ROOM_TEST_RUN = join(run, 'shared');
  process.env.TMPDIR = join(run, 'tmp');
  // Worker threads have no terminal of their own to ask.
  if (process.env.NO_COLOR === undefined) process.env.FORCE_COLOR ??= process.stdout.isTTY ? '1' : '0';
  // CDK's CloudFormation validation costs seconds in every process; one test switches it on for whole assemblies.
  process.env.CDK_VALIDATION ??= 'false';
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  // No developer's own settings reach a test. The SDK's defaults, said aloud, spare each client the search for them.
  process.env.AWS_CONFIG_FILE = join(run, 'no-config');
  process.env.AWS_SHARED_CREDENTIALS_FILE = join(run, 'no-credentials');
  process.env.AWS_DEFAULTS_MODE = 'legacy';
  process.env.AWS_RETRY_MODE = 'standard';
  process.env.AWS_USE_DUALSTACK_ENDPOINT = 'false';
  process.env.AWS_USE_FIPS_ENDPOINT = 'false';
  process.env.AWS_AUTH_SCHEME_PREFERENCE = 'sigv4';
  process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = 'true';
  process.env.AWS_SDK_UA_APP_ID = 'closed-room';
  process.env.AWS_S3_USE_ARN_REGION = 'false';
  process.env.AWS_S3_DISABLE_EXPRESS_SESSION_AUTH = 'false';
  process.env.AWS_REQUEST_CHECKSUM_CALCULATION = 'WHEN_SUPPORTED';
  process.env.AWS_RESPONSE_CHECKSUM_VALIDATION = 'WHEN_SUPPORTED';
}
