import { FederatedPrincipal, type IPrincipal } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { tagKeys } from '../../model/tag-keys.ts';

/** Session tag by which the identity provider says that this sign-in used more than one factor. */
export const mfaTag = tagKeys.mfa;

/**
 * Trust in the firm's identity provider, for people only.
 *
 * `aws:MultiFactorAuthPresent` is never set for SAML sessions, so the identity provider asserts MFA as a
 * session tag and the trust requires it. No other tag may be passed: a session tag would override the
 * role's own `lpo:matter`.
 *
 * @param samlProviderArn IAM SAML provider of the same account.
 * @param region Region whose sign-in endpoint is the audience.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function federatedTrust(samlProviderArn: string, region: string): IPrincipal {
  return new FederatedPrincipal(
    samlProviderArn,
    {
      StringEquals: {
        'saml:aud': samlAudience(region),
        [`aws:RequestTag/${mfaTag}`]: 'true',
      },
      'ForAllValues:StringEquals': { 'aws:TagKeys': [mfaTag] },
    },
    'sts:AssumeRoleWithSAML',
  ).withSessionTags();
}

/** Address that the provider's answer is sent to and meant for, `saml:aud` of a sign-in. */
export const samlAudience = (region: string): string =>
  RegionInfo.get(region).samlSignOnUrl ?? 'https://signin.aws.amazon.com/saml';
