import { asText } from '../../model/as-text.ts';
import { type Finding, inputFinding, UnusableInputError } from '../../model/finding.ts';

/** Runs one call; a failure becomes a problem a person can act on. @throws UnusableInputError */
export async function calling<T>(doing: string, place: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new UnusableInputError([awsProblem(error, doing, place)]);
  }
}

/**
 * Finding for a failed AWS call, for the person who ran the command.
 *
 * @param doing the API operation, for example `kms:DescribeKey`.
 * @param place what it was about: an alias, an account.
 */
export function awsProblem(error: unknown, doing: string, place: string): Finding {
  const name = errorName(error);
  const message = error instanceof Error ? firstLine(error.message) : asText(error);
  const known = meanings.find(({ names }) => names.test(name)) ?? unknown;
  return inputFinding({
    code: known.code,
    where: { name: place },
    got: `${doing}: ${name}${message && message !== name ? `: ${message}` : ''}`,
    expected: known.expected,
    fix: known.fix,
  });
}

/** AWS's error code, or Node's for a connection that never answered. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return error.name === 'Error' && typeof code === 'string' ? code : error.name;
}

const firstLine = (message: string): string => message.split('\n')[0] ?? '';

const meanings = [
  {
    names: /^Expired|TokenRefreshRequired/,
    code: 'AWS-CREDENTIALS-EXPIRED',
    expected: 'credentials that are still valid',
    fix: 'sign in again and repeat the command',
  },
  {
    names:
      /^CredentialsProviderError|^TokenProviderError|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|MissingAuthenticationToken/,
    code: 'AWS-CREDENTIALS',
    expected: 'AWS credentials from the ordinary chain',
    fix: 'sign in, or name a profile with AWS_PROFILE',
  },
  {
    names: /AccessDenied|NotAuthorized|UnauthorizedOperation/,
    code: 'AWS-DENIED',
    expected: 'a role that may do this, with MFA asserted',
    fix: 'use the role this command is for: auditor to read, key-custodian to suspend and destroy',
  },
  {
    names: /Throttl|TooManyRequests|LimitExceeded|RequestLimit/,
    code: 'AWS-THROTTLED',
    expected: 'an answer within the retries',
    fix: 'wait a minute and repeat the command',
  },
  {
    names:
      /Timeout|ECONN|ENOTFOUND|EPIPE|EAI_AGAIN|EHOSTUNREACH|NetworkingError|AbortError|ServiceUnavailable|InternalException|InternalFailure|InternalError|InternalServer/,
    code: 'AWS-UNREACHABLE',
    expected: 'an answer from AWS',
    fix: 'check the network, the region and --endpoint-url, then repeat the command',
  },
];

const unknown = {
  code: 'AWS-REFUSED',
  expected: 'a successful call',
  fix: 'read what was got; check the region, and that --endpoint-url, if given, is a server of this protocol',
};
