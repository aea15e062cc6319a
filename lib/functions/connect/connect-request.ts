import { z } from 'zod';

/**
 * Request of Client VPN to its connect handler; unknown fields are let through, AWS adds some now and then.
 *
 * @see https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-authorization.html
 */
export const connectRequestSchema = z.object({
  'connection-id': z.string().min(1),
  'endpoint-id': z.string().min(1),
  'common-name': z.string().min(1),
  /** NameID of the SAML assertion: an e-mail address whose local part is the opaque person id. */
  username: z.string().min(1),
  platform: z.string(),
  'platform-version': z.string().optional(),
  'public-ip': z.string(),
  'client-openvpn-version': z.string().optional(),
  /** A list, or one string with commas: both have been seen. */
  groups: z
    .union([z.array(z.string()), z.string()])
    .transform((groups) => (typeof groups === 'string' ? groups.split(',') : groups))
    .transform((groups) => groups.map((group) => group.trim()).filter((group) => group !== '')),
  'schema-version': z.enum(['v2']),
});

export type ConnectRequest = z.infer<typeof connectRequestSchema>;

/** Answer that Client VPN expects; anything else is a refusal. */
export interface ConnectResponse {
  readonly allow: boolean;
  readonly 'error-msg-on-denied-connection': string;
  readonly 'posture-compliance-statuses': readonly string[];
  readonly 'schema-version': 'v2';
}

/** Longest message Client VPN shows to the user. */
export const longestReason = 255;
