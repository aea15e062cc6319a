import type { Finding, StackPlace } from '../../lib/model/finding.ts';
import type { StackTemplate } from '../template/assembly.ts';

/** Warnings and errors that constructs left in the assembly's metadata; a warning nobody answers for counts. */
export const annotationFindings = (stacks: readonly StackTemplate[]): Finding<StackPlace>[] =>
  stacks.flatMap((stack) =>
    (stack.annotations ?? []).map(({ path, level, text }): Finding<StackPlace> => {
      const [, message = text, code = `cdk:${level}`] = /^(.*?) \[ack: (.+)\]$/s.exec(text) ?? [];
      return {
        source: 'CDK',
        code,
        title: 'A construct of the CDK complains',
        severity: level === 'error' ? 'high' : 'medium',
        where: { stack: stack.id, file: stack.file, constructPath: path },
        got: message,
        expected: 'constructs without warnings and errors',
        fix: 'do what it says, or acknowledge it beside its construct with a reason',
      };
    }),
  );
