/** Whether an ARN is the role of that vendor's kill switch; the judge's own grammar, without a wildcard. */
export const isKillSwitchOf =
  (vendor: string | undefined) =>
  (arn: string): boolean =>
    vendor !== undefined &&
    /^arn:[^:]+:iam::\d{12}:role\/lpo-([a-z][a-z0-9]{2,15})-kill-switch$/.exec(arn)?.[1] === vendor;
