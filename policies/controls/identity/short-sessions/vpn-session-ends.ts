import { resourceCheck } from '../../control';
import { expectPresent, expectValue } from '../../expect';

const endpoint = (properties: object) => ({
  Type: 'AWS::EC2::ClientVpnEndpoint',
  Properties: {
    SessionTimeoutHours: 8,
    DisconnectOnSessionTimeout: true,
    ClientLoginBannerOptions: { Enabled: true, BannerText: 'Monitored.' },
    ...properties,
  },
});

/** The defaults are 24 hours and a silent reconnect. */
export const vpnSessionEnds = resourceCheck({
  name: 'vpn-session-ends',
  expected: 'a VPN session ends after eight hours, does not reconnect by itself, and begins with a banner',
  mend: 'set SessionTimeoutHours 8, DisconnectOnSessionTimeout true and ClientLoginBannerOptions',
  types: ['AWS::EC2::ClientVpnEndpoint'],
  judge: (resource) => [
    ...expectValue(resource, 'SessionTimeoutHours', 8),
    ...expectValue(resource, 'DisconnectOnSessionTimeout', true),
    ...expectValue(resource, 'ClientLoginBannerOptions.Enabled', true),
    ...expectPresent(resource, 'ClientLoginBannerOptions.BannerText'),
  ],
  good: { 'eight hours': endpoint({}) },
  bad: {
    'a day': endpoint({ SessionTimeoutHours: 24 }),
    'by default': endpoint({ SessionTimeoutHours: undefined }),
    reconnects: endpoint({ DisconnectOnSessionTimeout: false }),
    'no banner': endpoint({ ClientLoginBannerOptions: { Enabled: false } }),
  },
});
