import { called, ofNoRegion } from '../cloudtrail-record.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'a changed SAML provider',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html',
  rings: (room) =>
    ['iam:CreateSAMLProvider', 'iam:DeleteSAMLProvider', 'iam:UpdateSAMLProvider'].map((call) =>
      called(room, call, ofNoRegion),
    ),
  silent: (room) =>
    ['iam:TagSAMLProvider', 'iam:UntagSAMLProvider'].map((call) => called(room, call, ofNoRegion)),
};
