import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { readArn } from '../../../template/arn.ts';
import type { VendorFile } from '../../../template/assembly.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';

const server = 'ServerCertificateArn';
const certificate = (id: string, account = '200000000001') =>
  `arn:aws:acm:eu-west-2:${account}:certificate/${id}`;
const example = (ServerCertificateArn: string, root: string): ExampleStacks => ({
  'meridian/Vpn': {
    Endpoint: {
      Type: 'AWS::EC2::ClientVpnEndpoint',
      Properties: {
        ServerCertificateArn,
        AuthenticationOptions: [
          {
            Type: 'certificate-authentication',
            MutualAuthentication: { ClientRootCertificateChainArn: root },
          },
        ],
      },
    },
  },
});

/** A certificate of this root and one of these groups are all that it takes to come in. */
export const check = assemblyCheck({
  control: 'LPO-NET-01',
  name: 'vpn-as-the-vendor-file-says',
  expected:
    'the VPN has certificates of its own account and Region, one for the server and one for devices; where the vendor’s file is given, the certificates and the groups are those it names',
  fix: 'take certificates and groups from the vendor’s file; where it is to be another, change the file first',
  judge(view): PlacedDeviation[] | 'not applicable' {
    const endpoints = view.ofType('AWS::EC2::ClientVpnEndpoint');
    if (endpoints.length === 0) return 'not applicable';
    return [
      ...endpoints.flatMap((endpoint) => certificateFaults(view, endpoint)),
      ...view.ofType('AWS::EC2::ClientVpnAuthorizationRule').flatMap((rule) => groupFaults(view, rule)),
    ];
  },
  good: { 'two of its own': example(certificate('a'), certificate('b')) },
  bad: {
    'of another account': example(certificate('a', '999999999999'), certificate('b')),
    'for devices of another account': example(certificate('a'), certificate('b', '999999999999')),
    'of another Region': example('arn:aws:acm:us-east-1:200000000001:certificate/a', certificate('b')),
    'of no service': example('arn:aws:iam::200000000001:server-certificate/a', certificate('b')),
    'the same for devices': example(certificate('a'), certificate('a')),
  },
});

/** The file of the vendor whose account this is; undefined where no files are given, `none` where none of them has it. */
function fileOf({ assembly: { firm } }: AssemblyView, { stack }: Placed): VendorFile | 'none' | undefined {
  if (firm?.vendors === undefined) return undefined;
  return (
    firm.vendors.find(
      ({ account, regions }) => account === stack.account && regions.includes(`${stack.region}`),
    ) ?? 'none'
  );
}

function certificateFaults(view: AssemblyView, endpoint: Placed): PlacedDeviation[] {
  const { stack, resource } = endpoint;
  const file = fileOf(view, endpoint);
  const named = file === 'none' ? undefined : file?.certificates;
  const roots = resource
    .list('AuthenticationOptions')
    .map((_, index) => `AuthenticationOptions.${index}.MutualAuthentication.ClientRootCertificateChainArn`)
    .filter((path) => resource.get(path) !== undefined);
  const at = { stack: stack.id, logicalId: resource.logicalId };
  const own = (path: string): boolean => {
    const { service, account, region, resource: id = '' } = readArn(resource.text(path) ?? '') ?? {};
    return (
      service === 'acm' &&
      /^certificate\/[\w-]+$/.test(id) &&
      account === stack.account &&
      region === stack.region
    );
  };
  const wanted = (path: string): boolean =>
    named === undefined || resource.text(path) === (path === server ? named.server : named.clientRoot);
  return [
    ...(file === 'none'
      ? [{ ...at, property: '-', got: `no vendor’s file has the account ${stack.account}` }]
      : []),
    ...[server, ...roots]
      .filter(
        (path) =>
          !own(path) || !wanted(path) || (path !== server && resource.text(path) === resource.text(server)),
      )
      .map((property) => ({ ...at, property, got: resource.show(property) })),
  ];
}

function groupFaults(view: AssemblyView, rule: Placed): PlacedDeviation[] {
  const file = fileOf(view, rule);
  const { stack, resource } = rule;
  const property = 'AccessGroupId';
  return file === undefined || file === 'none' || file.groups.includes(resource.text(property) ?? '')
    ? []
    : [
        {
          ...{ stack: stack.id, logicalId: resource.logicalId, property },
          got: `${resource.show(property)}, a group that the file of ${file.vendor} does not name`,
        },
      ];
}
