import { LineCounter, parseDocument } from 'yaml';
import type { FileLimits } from '../../lib/files/read-bytes.ts';
import { readText } from '../../lib/files/read-text.ts';
import { type Finding, inputFinding } from '../../lib/model/finding.ts';
import type { Template } from './assembly.ts';
import { cloudFormationTags } from './cloudformation-tags.ts';
import { duplicateKey } from './duplicate-key.ts';
import { loneFile, type Reading } from './reading.ts';
import { shapeProblems } from './template-shape.ts';

/** CloudFormation takes no template body above 1 MB, see "CloudFormation quotas" in its user guide. */
const maxTemplateBytes = 1_000_000;

/** Result of reading one file: a template, or everything that is wrong with it. */
export type ReadTemplate = { readonly template: Template } | { readonly problems: readonly Finding[] };

/**
 * Parses one JSON or YAML template. Never throws for bad input.
 *
 * @param reading of the assembly it is part of. @default - it is named by itself
 */
export function readTemplate(file: string, reading?: Reading): ReadTemplate {
  const parsed = readDocument(file, reading?.limits(maxTemplateBytes) ?? loneFile(maxTemplateBytes));
  if ('problems' in parsed) return parsed;
  const problems = shapeProblems(file, parsed.value);
  return problems.length > 0 ? { problems } : { template: parsed.value as Template };
}

type ReadDocument = { readonly value: unknown } | { readonly problems: readonly Finding[] };

/** Parses a JSON or YAML file. Never throws for bad input. */
export function readDocument(file: string, limits: FileLimits): ReadDocument {
  const problem = (code: string, got: string, expected: string, fix: string, line = 1, column = 1) => ({
    problems: [inputFinding({ code, where: { file, line, column }, got, expected, fix })],
  });
  const text = readText(file, limits);
  if (typeof text !== 'string') return { problems: [text] };
  if (file.endsWith('.json')) {
    try {
      const value = JSON.parse(text) as unknown;
      const twice = duplicateKey(text);
      if (twice === undefined) return { value };
      const { line, column } = position(text, twice.offset);
      return problem(
        'ASM-SYNTAX',
        `a second ${JSON.stringify(twice.name)} in one object`,
        'each name once: readers differ in which of the two counts',
        'remove one of the two',
        line,
        column,
      );
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
  return position(text, Number(/at position (\d+)/.exec(message)?.[1] ?? text.length));
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
