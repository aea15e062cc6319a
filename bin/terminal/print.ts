import { visibleText } from '../../lib/model/visible.ts';

/** Text on standard output, where no byte of an input acts on the terminal. */
export const print = (text: string): boolean => process.stdout.write(visibleText(text));

/** The same on standard error, beside what a command returns. */
export const tell = (text: string): boolean => process.stderr.write(visibleText(text));
