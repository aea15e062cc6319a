const assign = (value: string) => ({ '@@assign': value });
const noOverride = { '@@operators_allowed_for_child_policies': ['@@none'] };

/**
 * EC2 settings no vendor account can change: nothing public, no serial console, IMDSv2.
 *
 * VPC Block Public Access is not here: it would make the network stack's own setting undeployable, because
 * an account cannot touch what a declarative policy manages.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html
 */
export const ec2Settings = {
  ec2_attributes: {
    exception_message: assign('Set by the organization for vendor accounts. Ask platform-security.'),
    image_block_public_access: { state: assign('block_new_sharing') },
    instance_metadata_defaults: {
      http_endpoint: assign('no_preference'),
      http_put_response_hop_limit: assign('1'),
      http_tokens: assign('required'),
      instance_metadata_tags: assign('no_preference'),
    },
    serial_console_access: { status: assign('disabled') },
    snapshot_block_public_access: { state: assign('block_all_sharing') },
  },
} as const;

/**
 * All four Block Public Access settings of S3, above the accounts.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3_syntax.html
 */
export const s3PublicAccess = {
  s3_attributes: { public_access_block_configuration: assign('all') },
} as const;

/** AWS AI services neither keep nor learn from what passes through a vendor account. */
export const aiServicesOptOut = {
  services: {
    ...noOverride,
    default: { ...noOverride, opt_out_policy: { ...noOverride, ...assign('optOut') } },
  },
} as const;
