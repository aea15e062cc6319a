import type { Room, Sample, Tripwire } from '../tripwire.ts';

const asked = ({ account, region }: Room, answer: object, times: number): Sample => ({
  what: 'a name that a device asks for',
  sent: {
    by: 'log',
    log: 'dns',
    line: {
      version: '1.100000',
      account_id: account,
      region,
      vpc_id: 'vpc-7example',
      query_timestamp: '2026-11-02T09:30:00Z',
      query_name: 'example.org.',
      query_type: 'A',
      query_class: 'IN',
      rcode: 'NODATA',
      answers: [],
      srcaddr: '10.20.0.9',
      srcport: '56067',
      transport: 'UDP',
      srcids: {},
      ...answer,
    },
  },
  decides: ['firewall_rule_action'],
  times,
});

const blocked = {
  firewall_rule_action: 'BLOCK',
  firewall_rule_group_id: 'rslvr-frg-01234567890abcdef',
  firewall_domain_list_id: 'rslvr-fdl-01234567890abcdef',
};

/** Devices ask for names of their own from the first minute: what rings at those rings once and for ever. */
export const tripwire: Tripwire = {
  what: 'many names that the DNS firewall refused',
  source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-example-json.html',
  rings: (room) => [asked(room, blocked, 5000)],
  silent: (room) => [
    asked(room, blocked, 499),
    asked(room, { ...blocked, firewall_rule_action: 'ALLOW' }, 10_000),
    asked(room, {}, 10_000),
  ],
};
