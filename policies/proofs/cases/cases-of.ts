import { type AccessCase, allowEverything } from '../access/access-case';
import { endpointService, serviceFacts } from '../aws/service-facts';
import type { Selector, Statement } from '../policy/statement';
import type { ControlPolicy, Endpoint, Principal, Resource, World } from '../world/world';
import { callersOf, type WorldCaller } from './callers';
import { fact, is, isAbsent, isPresent } from './fact';

/** The callers of a world and every case of theirs; built once for a world. */
export class Cases {
  readonly callers: readonly WorldCaller[];
  private readonly built = new Map<string, AccessCase>();
  private readonly resources = new Map<string, Selector>();
  private readonly controls = new Map<string, readonly Statement[]>();
  private readonly pathsKept = new Map<string, Path>();
  private readonly impossibles = new Map<string, readonly Selector[]>();
  private readonly elsewhere: Path;

  constructor(readonly world: World) {
    this.callers = callersOf(world);
    this.elsewhere = { facts: notOurs(world) };
  }

  /** Everyone who `wanted` picks, on one resource, over every path: each endpoint of ours, and any other way. */
  onResource(resource: Resource, wanted: (caller: WorldCaller) => boolean = () => true): AccessCase[] {
    return this.callers.filter(wanted).flatMap((caller) =>
      // A service calls from AWS's own network, never through a customer's endpoint.
      this.paths(caller.role === 'service' ? undefined : endpointService[resource.type]).map((path) =>
        this.build(caller, resource, path),
      ),
    );
  }

  /** Everyone who `wanted` picks, assuming a role: its trust policy is the resource's policy. */
  onRole(role: Principal, wanted: (caller: WorldCaller) => boolean): AccessCase[] {
    return this.callers.filter(wanted).map((caller) => ({
      ...this.callerSide(caller),
      resourceAccount: role.account,
      authority: 'resource',
      resourcePolicy: role.trust,
      resourceControl: this.attached('RESOURCE_CONTROL_POLICY', role.account),
      facts: [
        caller.facts,
        always,
        {
          resources: { negated: false, patterns: [role.arn] },
          conditions: [is('aws:ResourceAccount', role.account)],
        },
      ],
      impossible: untaggedOrListed,
    }));
  }

  /** The same, but not over one of our endpoints. */
  outsideEndpoints(resource: Resource, wanted: (caller: WorldCaller) => boolean): AccessCase[] {
    return this.callers.filter(wanted).map((caller) => this.build(caller, resource, this.elsewhere));
  }

  /**
   * Callers on anything in their own account that is not a resource of the templates: what identity
   * policies, boundaries and service control policies decide alone.
   */
  onAnything(wanted: (caller: WorldCaller) => boolean): AccessCase[] {
    return this.callers
      .filter((caller) => caller.identity !== undefined && wanted(caller))
      .map((caller) => ({
        ...this.callerSide(caller),
        resourceAccount: caller.caller.account ?? '',
        authority: 'either',
        resourceControl: [],
        facts: [caller.facts, always],
        impossible: [],
      }));
  }

  /** Anything of someone who lets everyone in, reached through one of our endpoints. */
  onForeignResource(endpoint: Endpoint, wanted: (caller: WorldCaller) => boolean = () => true): AccessCase[] {
    return this.callers
      .filter((caller) => caller.role !== 'service' && wanted(caller))
      .map((caller) => ({
        ...this.callerSide(caller),
        resourceAccount: 'a foreign account',
        authority: 'either',
        resourcePolicy: openToEveryone,
        endpoint: endpoint.statements,
        resourceControl: [],
        facts: [caller.facts, always, this.through(endpoint).facts],
        impossible: [],
      }));
  }

  private callerSide({ caller, identity, boundary }: WorldCaller) {
    return {
      caller,
      ...(identity && { identity }),
      ...(boundary && { boundary }),
      // Neither binds services, nor the anonymous; the management account has no vendor policy attached.
      serviceControl:
        identity === undefined ? [] : this.attached('SERVICE_CONTROL_POLICY', caller.account ?? ''),
    };
  }

  /** Built once for each caller, resource and path, so that what is derived from it is kept. */
  private build(from: WorldCaller, resource: Resource, path: Path): AccessCase {
    const key = `${this.callers.indexOf(from)}|${resource.arn}|${path.endpoint?.id ?? ''}`;
    return this.keep(this.built, key, () => {
      const facts = serviceFacts[resource.type];
      const parent = this.world.resources.find(({ arn }) => arn === resource.parent);
      return {
        ...this.callerSide(from),
        resourceAccount: resource.account,
        authority: facts?.authority ?? 'either',
        ...(resource.policy && { resourcePolicy: resource.policy }),
        ...(parent?.policy && { parentPolicy: parent.policy }),
        ...(path.endpoint && { endpoint: path.endpoint.statements }),
        resourceControl: facts?.resourceControl
          ? this.attached('RESOURCE_CONTROL_POLICY', resource.account)
          : [],
        facts: [from.facts, always, path.facts, this.resourceFacts(resource)],
        ...(parent && {
          parent: { negated: false, patterns: serviceFacts[parent.type]?.requestArns(parent.arn) ?? [] },
        }),
        impossible: this.impossible(resource),
      };
    });
  }

  private impossible(resource: Resource): readonly Selector[] {
    return this.keep(
      this.impossibles,
      resource.arn,
      () => serviceFacts[resource.type]?.impossible?.(resource.arn) ?? [],
    );
  }

  private resourceFacts(resource: Resource): Selector {
    return this.keep(this.resources, resource.arn, () => {
      const facts = serviceFacts[resource.type];
      const { organization } = this.world;
      return {
        actions: { negated: false, patterns: [`${facts?.service ?? ''}:*`] },
        resources: { negated: false, patterns: facts?.requestArns(resource.arn) ?? [resource.arn] },
        conditions: [
          is('aws:ResourceAccount', resource.account),
          ...(organization === undefined ? [] : [is('aws:ResourceOrgID', organization)]),
          ...(facts?.regional ? [is('aws:RequestedRegion', resource.region)] : []),
        ],
      };
    });
  }

  private attached(type: ControlPolicy['type'], account: string): readonly Statement[] {
    return this.keep(this.controls, `${type}|${account}`, () =>
      this.world.controls.flatMap((control) =>
        control.type === type && control.targets.includes(account) ? control.statements : [],
      ),
    );
  }

  /** Every other way than one of our endpoints, then each of our endpoints for the service. */
  private paths(service: string | undefined): Path[] {
    const ours = this.world.endpoints;
    return [
      this.elsewhere,
      ...ours.filter((endpoint) => endpoint.service === service).map((endpoint) => this.through(endpoint)),
    ];
  }

  private through(endpoint: Endpoint): Path {
    const { organization } = this.world;
    return this.keep(this.pathsKept, endpoint.id, () => ({
      endpoint,
      facts: {
        conditions: [
          is('aws:SourceVpce', endpoint.id),
          is('aws:SourceVpc', endpoint.vpc),
          is('aws:VpceAccount', endpoint.account),
          ...(organization === undefined ? [] : [is('aws:VpceOrgID', organization)]),
          is('aws:ViaAWSService', 'false'),
          isAbsent('aws:SourceIp'),
        ],
      },
    }));
  }

  private keep<T>(store: Map<string, T>, key: string, create: () => T): T {
    let value = store.get(key);
    if (value === undefined) {
      value = create();
      store.set(key, value);
    }
    return value;
  }
}

interface Path {
  readonly endpoint?: Endpoint;
  readonly facts: Selector;
}

/** A tag that is passed is listed in aws:TagKeys. Only the tag that the trust policies ask for matters. */
const untaggedOrListed: readonly Selector[] = [
  {
    conditions: [
      isPresent('aws:RequestTag/lpo:mfa'),
      fact('ForAllValues:StringNotEquals', 'aws:TagKeys', 'lpo:mfa'),
    ],
  },
];

const openToEveryone: readonly Statement[] = [{ ...allowEverything, principals: [{ kind: 'everyone' }] }];

const notOurs = ({ endpoints }: World): Selector => ({
  conditions:
    endpoints.length === 0
      ? []
      : [
          fact('StringNotEquals', 'aws:SourceVpce', ...endpoints.map(({ id }) => id)),
          fact('StringNotEquals', 'aws:SourceVpc', ...new Set(endpoints.map(({ vpc }) => vpc))),
        ],
});

const always: Selector = {
  conditions: [
    fact('StringEquals', 'aws:SecureTransport', 'true', 'false'),
    isPresent('aws:RequestedRegion'),
    fact('StringEquals', 'aws:ViaAWSService', 'false', 'true'),
  ],
};
