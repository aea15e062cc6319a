import { readFileSync, statSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { asText } from '../../lib/model/as-text.ts';
import { type Finding, inputFinding } from '../../lib/model/finding.ts';
import type { Template } from './assembly.ts';
import { cloudFormationTags } from './cloudformation-tags.ts';
import { shapeProblems } from './template-shape.ts';

/** CloudFormation takes no template body above 1 MB, see "CloudFormation quotas" in its user guide. */
const maxTemplateBytes = 1_000_000;

/** Result of reading one file: a template, or everything that is wrong with it. */
export type ReadTemplate = { readonly template: Template } | { readonly problems: readonly Finding[] };

/** Parses one JSON or YAML template. Never throws for bad input. */
export function readTemplate(file: string): ReadTemplate {
  const parsed = readDocument(file, maxTemplateBytes);
  if ('problems' in parsed) return parsed;
  const problems = shapeProblems(file, parsed.value);
  return problems.length > 0 ? { problems } : { template: parsed.value as Template };
}

type ReadDocument = { readonly value: unknown } | { readonly problems: readonly Finding[] };

/** Parses a JSON or YAML file of at most `maxBytes`. Never throws for bad input. */
export function readDocument(file: string, maxBytes: number): ReadDocument {
  const problem = (code: string, got: string, expected: string, fix: string, line = 1, column = 1) => ({
    problems: [inputFinding({ code, where: { file, line, column }, got, expected, fix })],
  });
  let text: string;
  try {
    const { size } = statSync(file);
    if (size > maxBytes)
      return problem(
        'ASM-TOO-LARGE',
        `${size.toLocaleString('en')} bytes`,
        `at most ${maxBytes.toLocaleString('en')} bytes, which is what CloudFormation takes`,
        'split the stack',
      );
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return problem(
      'ASM-UNREADABLE',
      (error as NodeJS.ErrnoException).code ?? asText(error),
      'a readable file',
      'check the path, and synthesize again if a manifest names the file',
    );
  }
  if (file.endsWith('.json')) {
    try {
      return { value: JSON.parse(text) as unknown };
    } catch (error) {
      const at = jsonErrorPosition(text, (error as Error).message);
      return problem(
        'ASM-SYNTAX',
        firstLine((error as Error).message),
        'well-formed JSON',
        'synthesize again, or mend the file at this place',
        at.line,
        at.column,
      );
    }
  }
  return readYaml(file, text);
}

function readYaml(file: string, text: string): ReadDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, customTags: cloudFormationTags, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length === 0) return toValue(file, () => document.toJS({ maxAliasCount: 100 }) as unknown);
  return {
    problems: faults.map((fault) => {
      const { line, col } = lineCounter.linePos(fault.pos[0]);
      return inputFinding({
        code: 'ASM-SYNTAX',
        where: { file, line, column: col },
        got: firstLine(fault.message),
        expected: 'well-formed YAML with CloudFormation tags only',
        fix: 'mend the file at this place',
      });
    }),
  };
}

function toValue(file: string, convert: () => unknown): ReadDocument {
  try {
    return { value: convert() };
  } catch (error) {
    return {
      problems: [
        inputFinding({
          code: 'ASM-SYNTAX',
          where: { file },
          got: firstLine((error as Error).message),
          expected: 'at most 100 aliases, none of them nested into a bomb',
          fix: 'write the values out',
        }),
      ],
    };
  }
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message;

/** Node words its JSON errors in two ways; both carry a position, except at the end of the input. */
function jsonErrorPosition(text: string, message: string): { line: number; column: number } {
  const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
