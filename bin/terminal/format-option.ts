import { styleText } from 'node:util';
import { InvalidArgumentError, Option } from 'commander';
import { unusableOption } from '../../lib/model/unusable-option.ts';
import { type Format, formats, type Report } from '../../lib/reports/report.ts';

/** One `--format` of a report: what to write, and the file it goes to; standard output without one. */
export interface Target {
  readonly format: Format;
  readonly file?: string;
}

/** `--format text --format sarif=FILE`: several formats in one run. */
export const reportFormatOption = (): Option =>
  new Option(
    '--format <format[=file]>',
    `${formats.join(', ')}; with =FILE into a file; may be repeated`,
  ).argParser((value: string, before: readonly Target[] = []): Target[] => {
    const [, name = value, file] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
    const format = formats.find((known) => known === name);
    if (!format) throw new InvalidArgumentError(`Formats are ${formats.join(', ')}.`);
    if (file === '') throw new InvalidArgumentError('A file name follows the equals sign.');
    return [...before, { format, ...(file === undefined ? {} : { file }) }];
  });

/** `--format json`: one format, on standard output; the first is the default. */
export const printFormatOption = (...formats: readonly [string, ...string[]]): Option =>
  new Option('--format <format>', 'how the report is printed').choices(formats).default(formats[0]);

/**
 * The formats asked for, text when none is.
 *
 * @throws UnusableInputError for two formats on standard output, and for two in one file
 */
function targets(
  given: readonly Target[] | undefined,
  realTarget: (file: string) => string,
): readonly Target[] {
  const asked = given ?? [{ format: 'text' }];
  const [first, second] = asked.filter(({ file }) => file === undefined);
  if (first && second)
    throw unusableOption(
      '--format',
      `${first.format} and ${second.format}, both on standard output`,
      'at most one format without a file',
      `write --format ${second.format}=FILE`,
    );
  const places = asked.map(({ file }) => (file === undefined ? undefined : realTarget(file)));
  for (const [index, { file }] of asked.entries())
    if (file !== undefined && places.indexOf(places[index]) < index)
      throw unusableOption(
        '--format',
        `a second format for ${file}`,
        'a file for each format',
        'name two files',
      );
  return asked;
}

/**
 * The writer of a report in every format asked for: files whole or not at all, then standard output.
 *
 * @param inputs files and folders that are read, none of which a report may replace
 * @throws UnusableInputError before the work when a result could not be written
 */
export async function reportWriter(
  given: readonly Target[] | undefined,
  inputs: readonly string[],
): Promise<(report: Report) => Promise<void>> {
  const { realTarget } = await import('../../lib/operations/files/real-target.ts');
  const { refuseUnwritable } = await import('../../lib/operations/files/refuse-unwritable.ts');
  const { writeWhole } = await import('../../lib/operations/files/write-whole.ts');
  const asked = targets(given, realTarget);
  for (const { file } of asked) if (file !== undefined) refuseUnwritable(file, inputs);
  return async (report) => {
    const written = await Promise.all(
      asked.map(async ({ format, file }) => ({
        file,
        text: await render(report, format, file === undefined),
      })),
    );
    for (const { file, text } of written) if (file !== undefined) writeWhole(file, text);
    for (const { file, text } of written) if (file === undefined) process.stdout.write(text);
  };
}

async function render(report: Report, format: Format, onTerminal: boolean): Promise<string> {
  switch (format) {
    case 'text': {
      const { reportAsText } = await import('../../lib/reports/report-as-text.ts');
      const coloured = onTerminal && process.stdout.isTTY;
      return reportAsText(report, coloured ? (text, colour) => styleText(colour, text) : undefined);
    }
    case 'json':
      return (await import('../../lib/reports/report-as-json.ts')).reportAsJson(report);
    case 'sarif':
      return (await import('../../lib/reports/report-as-sarif.ts')).reportAsSarif(report);
    case 'junit':
      return (await import('../../lib/reports/report-as-junit.ts')).reportAsJunit(report);
    case 'markdown':
      return (await import('../../lib/reports/report-as-markdown.ts')).reportAsMarkdown(report);
  }
}
