import { type AccessCase, allowEverything } from '../access/access-case';
import { endpointService, serviceFacts } from '../aws/service-facts';
import type { Condition, Statement } from '../policy/statement';
import type { Endpoint, Resource, World } from '../world/world';
import { callersOf, type WorldCaller } from './callers';
import { fact, is, isAbsent, isPresent } from './fact';

/** The callers of a world and every case of theirs; built once for a world. */
export class Cases {
  readonly callers: readonly WorldCaller[];

  constructor(readonly world: World) {
    this.callers = callersOf(world);
  }

  /** Everyone who `wanted` picks, on one resource, over every path: each endpoint of ours, and any other way. */
  onResource(resource: Resource, wanted: (caller: WorldCaller) => boolean = () => true): AccessCase[] {
    return this.callers
      .filter(wanted)
      .flatMap((caller) =>
        this.paths(endpointService[resource.type]).map((path) => this.build(caller, resource, path)),
      );
  }

  /** The same, but not over one of our endpoints. */
  outsideEndpoints(resource: Resource, wanted: (caller: WorldCaller) => boolean): AccessCase[] {
    const [elsewhere] = this.paths(undefined);
    return this.callers.filter(wanted).map((caller) => this.build(caller, resource, elsewhere as Path));
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
        facts: { conditions: [...caller.facts, ...always] },
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
        resourcePolicy: [openToEveryone],
        endpoint: endpoint.statements,
        resourceControl: [],
        facts: { conditions: [...caller.facts, ...always, ...this.through(endpoint).facts] },
        impossible: [],
      }));
  }

  private callerSide({ caller, identity, boundary }: WorldCaller) {
    return {
      caller,
      ...(identity && { identity }),
      ...(boundary && { boundary }),
      // Neither binds services, nor the anonymous; the management account has no vendor policy attached.
      serviceControl: identity === undefined ? [] : this.attached('SERVICE_CONTROL_POLICY', caller.account),
    };
  }

  private build(from: WorldCaller, resource: Resource, path: Path): AccessCase {
    const facts = serviceFacts[resource.type];
    const patterns = facts?.requestArns(resource.arn) ?? [resource.arn];
    const parent =
      resource.parent === undefined
        ? undefined
        : this.world.resources.find(({ arn }) => arn === resource.parent);
    const { organization } = this.world;
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
      facts: {
        resources: { negated: false, patterns },
        conditions: [
          ...from.facts,
          ...always,
          ...path.facts,
          is('aws:ResourceAccount', resource.account),
          ...(organization === undefined ? [] : [is('aws:ResourceOrgID', organization)]),
          ...(facts?.regional ? [is('aws:RequestedRegion', resource.region)] : []),
          ...(from.caller.account === undefined || resource.type !== 'AWS::KMS::Key'
            ? []
            : callerAccount(from)),
        ],
      },
      ...(parent && {
        parent: { negated: false, patterns: serviceFacts[parent.type]?.requestArns(parent.arn) ?? [] },
      }),
      impossible: [],
    };
  }

  private attached(type: string, account: string | undefined): Statement[] {
    return this.world.controls.flatMap((control) =>
      control.type === type && account !== undefined && control.targets.includes(account)
        ? control.statements
        : [],
    );
  }

  private paths(service: string | undefined): Path[] {
    const ours = this.world.endpoints;
    const elsewhere: Path = {
      facts:
        ours.length === 0
          ? []
          : [
              fact('StringNotEquals', 'aws:SourceVpce', ...ours.map(({ id }) => id)),
              fact('StringNotEquals', 'aws:SourceVpc', ...new Set(ours.map(({ vpc }) => vpc))),
            ],
    };
    return [
      elsewhere,
      ...ours.filter((endpoint) => endpoint.service === service).map((endpoint) => this.through(endpoint)),
    ];
  }

  private through(endpoint: Endpoint): Path {
    const { organization } = this.world;
    return {
      endpoint,
      facts: [
        is('aws:SourceVpce', endpoint.id),
        is('aws:SourceVpc', endpoint.vpc),
        is('aws:VpceAccount', endpoint.account),
        ...(organization === undefined ? [] : [is('aws:VpceOrgID', organization)]),
        is('aws:ViaAWSService', 'false'),
        isAbsent('aws:SourceIp'),
      ],
    };
  }
}

interface Path {
  readonly endpoint?: Endpoint;
  readonly facts: readonly Condition[];
}

/** `kms:CallerAccount` is the account of whoever asks; for accounts without a number nothing is known. */
const callerAccount = ({ caller }: WorldCaller): Condition[] =>
  /^\d{12}$/.test(caller.account ?? '') ? [is('kms:CallerAccount', caller.account as string)] : [];

const openToEveryone: Statement = { ...allowEverything, principals: [{ kind: 'everyone' }] };

const always: readonly Condition[] = [
  fact('StringEquals', 'aws:SecureTransport', 'true', 'false'),
  isPresent('aws:RequestedRegion'),
  fact('StringEquals', 'aws:ViaAWSService', 'false', 'true'),
];
