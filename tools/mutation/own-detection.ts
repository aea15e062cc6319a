import type { Config } from '../../lib/config/config.ts';

/** The same vendors in an organization that runs no detection of its own: everything is built here. */
export const withOwnDetection = (config: Config): Config => ({
  ...config,
  organization: {
    ...config.organization,
    managedByOrganization: {
      trail: false,
      guardDuty: false,
      macie: false,
      securityHub: false,
      config: false,
    },
  },
});
