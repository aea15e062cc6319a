import { keep } from '../../../lib/model/keep.ts';
import { type AccessCase, openToEveryone } from '../access/access-case.ts';
import { endpointService, serviceFacts } from '../aws/service-facts.ts';
import type { Selector, Statement } from '../policy/statement.ts';
import type { ControlPolicy, Endpoint, Principal, Resource, World } from '../world/world.ts';
import { callersOf, deployersOf, type WorldCaller } from './callers.ts';
import { fact, is, isAbsent, isPresent } from './fact.ts';

/** The callers of a world and every case of theirs; built once for a world. */
export class Cases {
  readonly callers: readonly WorldCaller[];
  /** Execution roles of the deployment. Claims about everyone ask for more: that such a role may do anything. */
  readonly deployers: readonly WorldCaller[];
  private readonly built = new Map<Resource, Map<WorldCaller, readonly AccessCase[]>>();
  private readonly resourceSides = new Map<Resource, Map<Path, ResourceSide>>();
  private readonly callerSides = new Map<WorldCaller, CallerSide>();
  private readonly roleFacts = new Map<Principal, Selector>();
  private readonly onAnyOther = new Map<WorldCaller, AccessCase>();
  private readonly controls = new Map<string, readonly Statement[]>();
  private readonly byArn: ReadonlyMap<string, Resource>;
  private readonly elsewhere: Path;
  private readonly endpointPaths: readonly Path[];

  constructor(readonly world: World) {
    this.callers = callersOf(world);
    this.deployers = deployersOf(world);
    this.byArn = new Map(world.resources.toReversed().map((resource) => [resource.arn, resource]));
    this.elsewhere = { facts: notOurs(world) };
    this.endpointPaths = world.endpoints.map((endpoint) => through(endpoint, world));
  }

  /** Everyone who `wanted` picks, on one resource, over every path: each endpoint of ours, and any other way. */
  onResource(resource: Resource, wanted: (caller: WorldCaller) => boolean = () => true): AccessCase[] {
    return this.callers.filter(wanted).flatMap((caller) => this.overEveryPath(caller, resource));
  }

  /** One caller on one resource: any other way first, then each of our endpoints. */
  of(caller: WorldCaller, resource: Resource): readonly AccessCase[] {
    return this.overEveryPath(caller, resource);
  }

  /** Everyone who `wanted` picks, assuming a role. */
  onRole(role: Principal, wanted: (caller: WorldCaller) => boolean): AccessCase[] {
    return this.callers.filter(wanted).map((caller) => this.assuming(role, caller));
  }

  /** One caller assuming a role: its trust policy is the resource's policy. */
  assuming(role: Principal, caller: WorldCaller): AccessCase {
    const roleFacts = keep(this.roleFacts, role, () => ({
      resources: { negated: false, patterns: [role.arn] },
      conditions: [is('aws:ResourceAccount', role.account)],
    }));
    return {
      ...this.callerSide(caller),
      resourceAccount: role.account,
      authority: 'resource',
      resourcePolicy: role.trust,
      resourceControl: this.attached('RESOURCE_CONTROL_POLICY', role.account),
      facts: [caller.facts, always, roleFacts],
      impossible: untaggedOrListed,
    };
  }

  /** The same, but not over one of our endpoints. */
  outsideEndpoints(resource: Resource, wanted: (caller: WorldCaller) => boolean): AccessCase[] {
    return this.callers.filter(wanted).flatMap((caller) => this.overEveryPath(caller, resource).slice(0, 1));
  }

  /**
   * Callers on anything in their own account that is not a resource of the templates: what identity
   * policies, boundaries and service control policies decide alone.
   */
  onAnything(wanted: (caller: WorldCaller) => boolean): AccessCase[] {
    return this.callers
      .filter((caller) => caller.identity !== undefined && wanted(caller))
      .map((caller) => this.ofAnything(caller));
  }

  /** One caller with an identity policy, on anything in its own account that is not a resource of the templates. */
  ofAnything(caller: WorldCaller): AccessCase {
    return keep(this.onAnyOther, caller, () => ({
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
    const path = this.endpointPaths.find((one) => one.endpoint === endpoint) ?? through(endpoint, this.world);
    return this.callers
      .filter((caller) => caller.role !== 'service' && wanted(caller))
      .map((caller) => ({
        ...this.callerSide(caller),
        resourceAccount: 'a foreign account',
        authority: 'either',
        resourcePolicy: openToEveryone,
        endpoint: endpoint.statements,
        resourceControl: [],
        facts: [caller.facts, always, path.facts],
        impossible: [],
      }));
  }

  private callerSide(from: WorldCaller): CallerSide {
    return keep(this.callerSides, from, () => {
      const { caller, identity, boundary } = from;
      return {
        caller,
        ...(identity && { identity }),
        ...(boundary && { boundary }),
        // Neither binds services, nor the anonymous; the management account has no vendor policy attached.
        serviceControl:
          identity === undefined ? [] : this.attached('SERVICE_CONTROL_POLICY', caller.account ?? ''),
      };
    });
  }

  /** Every other way than our endpoints first, then each of our endpoints for the service. Built once. */
  private overEveryPath(from: WorldCaller, resource: Resource): readonly AccessCase[] {
    const byCaller = keep(this.built, resource, () => new Map<WorldCaller, readonly AccessCase[]>());
    return keep(byCaller, from, () => {
      // A service calls from AWS's own network, never through a customer's endpoint.
      const service = from.role === 'service' ? undefined : endpointService[resource.type];
      const ours = this.endpointPaths.filter(({ endpoint }) => endpoint?.service === service);
      return [this.elsewhere, ...ours].map((path) => {
        const { facts, ...side } = this.resourceSide(resource, path);
        return { ...this.callerSide(from), ...side, facts: [from.facts, ...facts] };
      });
    });
  }

  /** Side of the resource, the same for every caller. */
  private resourceSide(resource: Resource, path: Path): ResourceSide {
    const byPath = keep(this.resourceSides, resource, () => new Map<Path, ResourceSide>());
    return keep(byPath, path, () => {
      const facts = serviceFacts[resource.type];
      const parent = resource.parent === undefined ? undefined : this.byArn.get(resource.parent);
      const [known] = byPath.values();
      return {
        resourceAccount: resource.account,
        authority: facts?.authority ?? 'either',
        ...(resource.policy && { resourcePolicy: resource.policy }),
        ...(parent?.policy && { parentPolicy: parent.policy }),
        ...(path.endpoint && { endpoint: path.endpoint.statements }),
        resourceControl: facts?.resourceControl
          ? this.attached('RESOURCE_CONTROL_POLICY', resource.account)
          : [],
        facts: [always, path.facts, known?.facts.at(-1) ?? resourceFacts(resource, this.world)],
        ...(parent && {
          parent: known?.parent ?? {
            negated: false,
            patterns: serviceFacts[parent.type]?.requestArns(parent.arn) ?? [],
          },
        }),
        impossible: known?.impossible ?? facts?.impossible?.(resource.arn) ?? [],
      };
    });
  }

  private attached(type: ControlPolicy['type'], account: string): readonly Statement[] {
    return keep(this.controls, `${type}|${account}`, () =>
      this.world.controls.flatMap((control) =>
        control.type === type && control.targets.includes(account) ? control.statements : [],
      ),
    );
  }
}

interface Path {
  readonly endpoint?: Endpoint;
  readonly facts: Selector;
}

type CallerSide = Pick<AccessCase, 'caller' | 'identity' | 'boundary' | 'serviceControl'>;
type ResourceSide = Omit<AccessCase, keyof CallerSide>;

/** A tag that is passed is listed in aws:TagKeys. Only the tag that the trust policies ask for matters. */
const untaggedOrListed: readonly Selector[] = [
  {
    conditions: [
      isPresent('aws:RequestTag/lpo:mfa'),
      fact('ForAllValues:StringNotEquals', 'aws:TagKeys', 'lpo:mfa'),
    ],
  },
];

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

const through = (endpoint: Endpoint, { organization }: World): Path => ({
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
});

function resourceFacts(resource: Resource, { organization }: World): Selector {
  const facts = serviceFacts[resource.type];
  return {
    actions: { negated: false, patterns: [`${facts?.service ?? ''}:*`] },
    resources: { negated: false, patterns: facts?.requestArns(resource.arn) ?? [resource.arn] },
    conditions: [
      is('aws:ResourceAccount', resource.account),
      ...(organization === undefined ? [] : [is('aws:ResourceOrgID', organization)]),
      ...(facts?.regional ? [is('aws:RequestedRegion', resource.region)] : []),
    ],
  };
}
