import Table from 'cli-table3';

const sides = ['top', 'bottom', 'left', 'right', 'mid'];
const noBorders = Object.fromEntries(
  sides.flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`]).map((name) => [name, '']),
);

export interface TableShape {
  /** Characters a column; longer text is wrapped. @default - as wide as the text */
  readonly widths?: readonly number[];
  readonly aligns?: readonly ('left' | 'right')[];
  /** Between two columns. */
  readonly gap: string;
}

/** Rows as columns of text, without borders and without blanks at the ends of lines. */
export function plainTable(
  rows: readonly (readonly string[])[],
  { widths, aligns, gap }: TableShape,
): string {
  const table = new Table({
    ...(widths ? { colWidths: [...widths], wordWrap: true } : {}),
    ...(aligns ? { colAligns: [...aligns] } : {}),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': widths ? 1 : 0 },
    chars: { ...noBorders, middle: gap },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
