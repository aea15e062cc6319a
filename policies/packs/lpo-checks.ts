import { type CfnResource, Stack, Token } from 'aws-cdk-lib';
import { NagMessageLevel, NagPack, type NagPackProps, NagRuleCompliance } from 'cdk-nag';
import { asText } from '../../lib/model/as-text.ts';
import type { Exception } from '../../lib/model/exception.ts';
import { type Coded, exceptionsInForce } from '../acknowledgements/apply-exceptions.ts';
import type { ResourceCheck } from '../authoring/check.ts';
import { catalogueFacts, controls } from '../catalogue/catalogue.ts';
import type { Control } from '../catalogue/control.ts';
import { judgeResource } from '../catalogue/judge.ts';
import type { TemplateResource } from '../template/assembly.ts';
import { ResourceView } from '../template/resource-view.ts';

/** Settings of the pack. */
export interface LpoChecksProps extends NagPackProps {
  /** Accepted departures; what they cover is no finding. @default - none */
  readonly exceptions?: readonly Exception[];
  /** Calendar date, YYYY-MM-DD, on which exceptions are evaluated. @default - every exception has expired */
  readonly asOf?: string;
}

/**
 * The resource-level checks of every control as a cdk-nag pack: they show in `cdk synth`, in
 * `validation-report.json` and in tests. Checks over all stacks together need the whole assembly; `lpo check`
 * runs those as well.
 */
export class LpoChecks extends NagPack {
  /** Name of the plugin; the rules of its findings begin with `LPO-`. */
  readonly name = 'LpoChecks';

  private readonly isExcepted: (finding: Coded) => boolean;

  /** @param props exceptions count only with the date on which they are evaluated. */
  constructor({ exceptions = [], asOf = '9999-12-31', ...props }: LpoChecksProps = {}) {
    super(undefined, props);
    this.packName = 'LPO';
    this.isExcepted = exceptionsInForce(exceptions, controls, asOf);
  }

  /** Applies every resource-level check to a resource. */
  protected checkResource(node: CfnResource): void {
    const resource = resolved(node);
    for (const control of controls)
      for (const check of control.checks)
        if (check.scope === 'resource' && (check.types === '*' || check.types.includes(resource.type)))
          this.apply(control, check, node, resource);
  }

  private apply(control: Control, check: ResourceCheck, node: CfnResource, resource: ResourceView): void {
    const verdict = judgeResource(check, resource, catalogueFacts);
    const where = { stack: Stack.of(node).node.path, constructPath: node.node.path };
    const excepted = this.isExcepted({ code: `${control.id}/${check.name}`, where });
    const found = verdict === 'not applicable' || excepted ? [] : verdict;
    this.applyRule({
      // The pack's name and a hyphen come before it: LPO-DAT-01/key-rotation-on.
      ruleSuffixOverride: `${control.id.replace(/^LPO-/, '')}/${check.name}`,
      info: `${control.title}: ${found.map(({ property, got: value }) => `${property} is ${value}`).join('; ')}.`,
      explanation: `Expected: ${check.expected}. Fix: ${check.fix}.`,
      level: NagMessageLevel.ERROR,
      node,
      rule: () => (found.length > 0 ? NagRuleCompliance.NON_COMPLIANT : NagRuleCompliance.COMPLIANT),
    });
  }
}

/** The resource as its template will show it. */
function resolved(node: CfnResource): ResourceView {
  const stack = Stack.of(node);
  const fragment = stack.resolve(node._toCloudFormation()) as { Resources: Record<string, TemplateResource> };
  const [resource] = Object.values(fragment.Resources);
  const known = (value: string) => (Token.isUnresolved(value) ? undefined : value);
  const account = known(stack.account);
  const region = known(stack.region);
  return new ResourceView(
    asText(stack.resolve(node.logicalId)),
    asJson(resource ?? { Type: node.cfnResourceType }),
    {
      id: stack.node.path,
      ...(account ? { account } : {}),
      ...(region ? { region } : {}),
    },
  );
}

/** Undefined values vanish on the way into a template. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
