import { visibleJson } from '../../model/visible.ts';
import { wrapText } from '../../model/wrap-text.ts';
import type { CommandGroup, Guide, GuideStep, GuideTable } from './guide.ts';

/** Output of `lpo guide`, in each of its formats. */
export const guideRenderers: Readonly<Record<'text' | 'markdown' | 'json', (guide: Guide) => string>> = {
  text: asPlainText,
  markdown: asMarkdown,
  json: visibleJson,
};

/** Text that is a shell script too: everything but the commands is a comment. */
function asPlainText({ vendor, steps }: Guide): string {
  const blocks = steps.flatMap((step, index) => [
    comment(`${index + 1}. ${step.title}`, '=== '),
    ...(step.why ? [comment(step.why)] : []),
    ...(step.tables ?? []).map(({ caption, rows }) =>
      [comment(caption), ...rows.map((row) => `#   ${row.join(' | ')}`)].join('\n'),
    ),
    ...step.commands.map(({ remark, lines }) => [...(remark ? [comment(remark)] : []), ...lines].join('\n')),
    step.check.map((each) => comment(each, 'check: ')).join('\n'),
  ]);
  return `${[comment(`First deployment of ${vendor}`), ...blocks].join('\n\n')}\n`;
}

const comment = (text: string, label = ''): string =>
  wrapText(`${label}${text}`, 108, 'whole')
    .map((line) => `# ${line}`)
    .join('\n');

function asMarkdown({ vendor, steps }: Guide): string {
  return `${[`# First deployment of ${vendor}`, ...steps.map(stepAsMarkdown)].join('\n\n')}\n`;
}

const stepAsMarkdown = ({ title, why, tables = [], commands, check }: GuideStep, index: number): string =>
  [
    `## ${index + 1}. ${title}`,
    ...(why ? [why] : []),
    ...tables.map(tableAsMarkdown),
    ...commands.map(commandsAsMarkdown),
    `Check:\n\n${check.map((each) => `- ${each}`).join('\n')}`,
  ].join('\n\n');

function tableAsMarkdown({ caption, head, rows }: GuideTable): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [caption, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const commandsAsMarkdown = ({ remark, lines }: CommandGroup): string =>
  [...(remark ? [remark, ''] : []), '```sh', ...lines, '```'].join('\n');
