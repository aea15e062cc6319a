import type { Assembly, TemplateResource } from '../../policies/template/assembly.ts';
import { plainTable } from './plain-table.ts';

/**
 * List prices in US dollars, us-east-1, without tax or discount. From memory in November 2026, not from a
 * price list: an order of magnitude, not an offer.
 */
const prices = {
  hoursPerMonth: 730,
  endpointHour: 0.01,
  vpnAssociationHour: 0.1,
  vpnConnectionHour: 0.05,
  keyMonth: 1,
  eventsPer100k: 0.1,
} as const;

/** Assumed use of a workspace of the examples' size in a month. */
const assumed = { reviewers: 25, hoursEach: 176, events: 20_000_000 } as const;

interface Cost {
  readonly what: string;
  readonly how: string;
  readonly usd: number;
}

/**
 * Monthly costs of one vendor, counted in its templates: first what runs whether or not anybody works, then
 * what people cause. Storage, log ingestion, backups and scans go by volume and are left out.
 *
 * @param stage id of the vendor's stage.
 */
export function monthlyCosts(assembly: Assembly, stage: string): { fixed: Cost[]; used: Cost[] } {
  const resources = assembly.stacks
    .filter(({ id }) => id.startsWith(`${stage}/`))
    .flatMap(({ template }) => Object.values(template.Resources ?? {}));
  const ofType = (type: string): TemplateResource[] => resources.filter(({ Type }) => Type === type);
  const endpoints = ofType('AWS::EC2::VPCEndpoint');
  const placed = endpoints.reduce(
    (sum, { Properties }) => sum + ((Properties?.SubnetIds as unknown[]) ?? []).length,
    0,
  );
  const associations = ofType('AWS::EC2::ClientVpnTargetNetworkAssociation').length;
  const keys = ofType('AWS::KMS::Key').length;
  if (placed === 0 || associations === 0 || keys === 0) throw new Error(`stage ${stage} is not a workspace`);

  const { hoursPerMonth: hours, endpointHour, vpnAssociationHour, vpnConnectionHour } = prices;
  const { reviewers, hoursEach, events } = assumed;
  return {
    fixed: [
      {
        what: 'Interface endpoints',
        how: `${endpoints.length} endpoints × ${placed / endpoints.length} zones × ${hours} h × ${endpointHour}`,
        usd: placed * hours * endpointHour,
      },
      {
        what: 'Client VPN, associated subnets',
        how: `${associations} subnets × ${hours} h × ${vpnAssociationHour.toFixed(2)}`,
        usd: associations * hours * vpnAssociationHour,
      },
      { what: 'KMS keys', how: `${keys} keys × ${prices.keyMonth}`, usd: keys * prices.keyMonth },
    ],
    used: [
      {
        what: 'Client VPN, connected people',
        how: `${reviewers} people × ${hoursEach} h × ${vpnConnectionHour}`,
        usd: reviewers * hoursEach * vpnConnectionHour,
      },
      {
        what: 'CloudTrail data and network events',
        how: `${events / 1_000_000} million × ${prices.eventsPer100k.toFixed(2)} per 100,000`,
        usd: (events / 100_000) * prices.eventsPer100k,
      },
    ],
  };
}

/** The costs as a table of at most 80 columns. */
export function renderMonthlyCosts({ fixed, used }: ReturnType<typeof monthlyCosts>): string {
  const sum = (costs: readonly Cost[]): number => costs.reduce((total, { usd }) => total + usd, 0);
  const rows: Cost[] = [
    ...fixed,
    { what: 'Runs whether or not anybody works', how: '', usd: sum(fixed) },
    ...used,
    { what: 'With that use', how: '', usd: sum([...fixed, ...used]) },
  ];
  return plainTable(
    rows.map(({ what, how, usd }) => [what, how, usd.toFixed(2)]),
    { aligns: ['left', 'left', 'right'], gap: '  ' },
  );
}
