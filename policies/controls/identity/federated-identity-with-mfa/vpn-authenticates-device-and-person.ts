import { resourceCheck } from '../../../authoring/check.ts';
import { isObject } from '../../../template/template-shape.ts';

const device = {
  Type: 'certificate-authentication',
  MutualAuthentication: { ClientRootCertificateChainArn: 'arn:aws:acm:x' },
};
const person = {
  Type: 'federated-authentication',
  FederatedAuthentication: { SAMLProviderArn: { Ref: 'Provider' } },
};
const endpoint = (...AuthenticationOptions: object[]) => ({
  Type: 'AWS::EC2::ClientVpnEndpoint',
  Properties: { AuthenticationOptions },
});

export const check = resourceCheck({
  control: 'LPO-IDN-01',
  name: 'vpn-authenticates-device-and-person',
  expected:
    'the VPN requires a device certificate and the firm’s SAML provider, both of them and nothing else',
  fix: 'give certificate-authentication with ClientRootCertificateChainArn and federated-authentication with SAMLProviderArn',
  types: ['AWS::EC2::ClientVpnEndpoint'],
  judge(resource) {
    const options = resource.list('AuthenticationOptions').filter(isObject);
    const has = (type: string, path: string) =>
      options.some(
        (option, index) => option.Type === type && resource.text(`AuthenticationOptions.${index}.${path}`),
      );
    return [
      has('certificate-authentication', 'MutualAuthentication.ClientRootCertificateChainArn') ||
        'no device certificate',
      has('federated-authentication', 'FederatedAuthentication.SAMLProviderArn') || 'no SAML provider',
      options.length === 2 || `${options.length} options`,
    ]
      .filter((got) => typeof got === 'string')
      .map((got) => ({ property: 'AuthenticationOptions', got }));
  },
  good: { both: endpoint(device, person) },
  bad: {
    'device only': endpoint(device),
    'person only': endpoint(person),
    'a directory instead': endpoint(device, {
      Type: 'directory-service-authentication',
      ActiveDirectory: {},
    }),
    'a provider without ARN': endpoint(device, {
      Type: 'federated-authentication',
      FederatedAuthentication: {},
    }),
  },
});
