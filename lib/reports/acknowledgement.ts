import type { AcknowledgedFinding } from './validation-report.ts';

/** An acknowledgement as its construct carries it. */
export interface RecordedAcknowledgement {
  /** `<plugin>::<rule>`. */
  readonly id: string;
  /** Path of the construct that carries it. */
  readonly at: string;
  readonly reason: string;
}

/** What the reason's text says, in parts. */
export interface Accountability {
  readonly text: string;
  readonly owner: string;
  /** Calendar date, YYYY-MM-DD. */
  readonly reviewBy: string;
}

const form = /^(.+) \[owner: ([a-z0-9-]+); review by: (\d{4}-\d{2}-\d{2})\]$/s;

/** Undefined when nobody answers for it: such an acknowledgement counts as a finding. */
export function accountability(reason: string): Accountability | undefined {
  const [, text, owner, reviewBy] = form.exec(reason) ?? [];
  return text && owner && reviewBy ? { text, owner, reviewBy } : undefined;
}

/** The one acknowledgement aws-cdk-lib makes itself: zones written out, which is what we ask it to do. */
const byTheCdk = {
  id: 'CloudFormation-Validate::W3010',
  reason:
    'Literal AZs in template are the result of accessing stack.availabilityZones, this is expected and safe',
};

export interface AcknowledgementFault {
  readonly rule: 'unused' | 'past-review' | 'unaccountable';
  readonly acknowledgement: RecordedAcknowledgement;
  readonly message: string;
}

/**
 * Acknowledgements that are worse than none.
 *
 * @param recorded every acknowledgement in the construct tree.
 * @param used the findings they withdrew.
 * @param ran names of the plugins that ran; an acknowledgement of another plugin's rule cannot be judged.
 * @param asOf calendar date, YYYY-MM-DD; an acknowledgement is due on the day after its review date.
 */
export function acknowledgementFaults(
  recorded: readonly RecordedAcknowledgement[],
  used: readonly AcknowledgedFinding[],
  ran: ReadonlySet<string>,
  asOf: string,
): AcknowledgementFault[] {
  const matched = new Set(used.map((finding) => key(finding.acknowledgedId, finding.acknowledgedAt)));
  return recorded.flatMap((acknowledgement): AcknowledgementFault[] => {
    const { id, at, reason } = acknowledgement;
    const answers = accountability(reason);
    if (id === byTheCdk.id && reason === byTheCdk.reason) return [];
    if (ran.has(pluginOf(id)) && !matched.has(key(id, at)))
      return [{ rule: 'unused', acknowledgement, message: `${id} matches no finding any more; remove it` }];
    if (!answers)
      return [{ rule: 'unaccountable', acknowledgement, message: `${id} names no owner and no review date` }];
    if (answers.reviewBy < asOf)
      return [
        {
          rule: 'past-review',
          acknowledgement,
          message: `${id} was to be reviewed by ${answers.reviewBy}; ${answers.owner} decides again`,
        },
      ];
    return [];
  });
}

const key = (id: string, at: string): string => `${id} ${at}`;

/** The CDK writes a plugin's name with hyphens for spaces. */
const pluginOf = (id: string): string => id.slice(0, id.indexOf('::')).replaceAll('-', ' ');
