import { matterFunctions, type Zone } from './engagement.ts';

/** A matter as the kill switch sees it: what there is to close. */
export interface SwitchMatter {
  readonly id: string;
  readonly zones: readonly Zone[];
  readonly functions: readonly string[];
}

/**
 * Matters as settings of a function, which may take 4 KiB in all: the ids, and who among them has what not
 * every matter has.
 */
export const switchMatterSettings = (matters: readonly SwitchMatter[]): Readonly<Record<string, string>> => ({
  MATTERS: matters.map(({ id }) => id).join(','),
  MATTERS_WITH_PRIVILEGED_ZONE: idsWith(matters, ({ zones }) => zones.includes('privileged')),
  MATTERS_WITH_SECOND_APPROVER: idsWith(matters, ({ functions }) => functions.includes('secondApprover')),
});

/** Reads what `switchMatterSettings` wrote. */
export function readSwitchMatters(setting: (name: string) => string): SwitchMatter[] {
  const privileged = setting('MATTERS_WITH_PRIVILEGED_ZONE').split(',');
  const second = setting('MATTERS_WITH_SECOND_APPROVER').split(',');
  return setting('MATTERS')
    .split(',')
    .map((id) => ({
      id,
      zones: privileged.includes(id) ? ['documents', 'privileged'] : ['documents'],
      functions: matterFunctions.filter((fn) => fn !== 'secondApprover' || second.includes(id)),
    }));
}

/** Lambda takes no empty value for granted, nor do we. */
const idsWith = (matters: readonly SwitchMatter[], has: (matter: SwitchMatter) => boolean): string =>
  matters
    .filter(has)
    .map(({ id }) => id)
    .join(',') || 'none';
