import type { Command } from 'commander';
import { unusableOption } from '../../lib/model/unusable-option.ts';

/**
 * Refusal of an empty argument or option before the work: where a script's variable is not set, nothing stands for the
 * default by accident.
 *
 * @throws UnusableInputError naming the first
 */
export function refuseEmpty(command: Command): void {
  for (const [index, { name }] of command.registeredArguments.map((one) => ({ name: one.name() })).entries())
    if (isEmpty(command.processedArgs[index])) refuse(`<${name}>`);
  for (const option of command.options)
    if (isEmpty(command.getOptionValue(option.attributeName()))) refuse(option.long ?? option.flags);
}

const isEmpty = (value: unknown): boolean => [value].flat().some((one) => one === '');

function refuse(name: string): never {
  throw unusableOption(name, 'is empty', 'a value', 'give a value, or leave the option out');
}
