import { resourceCheck } from '../../../authoring/check.ts';
import { expectAtMost, expectPresent, expectValue } from '../../../authoring/expect.ts';
import { longestSessionHours } from '../../../reading/standard-classes.ts';

const endpoint = (properties: object) => ({
  Type: 'AWS::EC2::ClientVpnEndpoint',
  Properties: {
    SessionTimeoutHours: 8,
    DisconnectOnSessionTimeout: true,
    ClientLoginBannerOptions: { Enabled: true, BannerText: 'Monitored.' },
    ...properties,
  },
});

const ofClasses = (Value: string) => ({
  TagSpecifications: [{ ResourceType: 'client-vpn-endpoint', Tags: [{ Key: 'lpo:data-class', Value }] }],
});

/** The defaults are 24 hours and a silent reconnect. */
export const check = resourceCheck({
  control: 'LPO-IDN-03',
  name: 'vpn-session-ends',
  expected:
    'a VPN session ends after eight hours (ten over standard classes alone), does not reconnect by itself, and begins with a banner',
  fix: 'set SessionTimeoutHours 8, DisconnectOnSessionTimeout true and ClientLoginBannerOptions',
  types: ['AWS::EC2::ClientVpnEndpoint'],
  judge: (resource) => [
    ...expectAtMost(
      resource,
      'SessionTimeoutHours',
      longestSessionHours(resource.tags['lpo:data-class']),
      'hours',
    ),
    ...expectValue(resource, 'DisconnectOnSessionTimeout', true),
    ...expectValue(resource, 'ClientLoginBannerOptions.Enabled', true),
    ...expectPresent(resource, 'ClientLoginBannerOptions.BannerText'),
  ],
  good: {
    'eight hours': endpoint({}),
    'ten hours over standard classes': endpoint({ SessionTimeoutHours: 10, ...ofClasses('PII_BASIC') }),
  },
  bad: {
    'ten hours without a class': endpoint({ SessionTimeoutHours: 10 }),
    'ten hours over health data': endpoint({ SessionTimeoutHours: 10, ...ofClasses('PHI+PII_BASIC') }),
    'a day': endpoint({ SessionTimeoutHours: 24 }),
    'by default': endpoint({ SessionTimeoutHours: undefined }),
    reconnects: endpoint({ DisconnectOnSessionTimeout: false }),
    'no banner': endpoint({ ClientLoginBannerOptions: { Enabled: false } }),
  },
});
