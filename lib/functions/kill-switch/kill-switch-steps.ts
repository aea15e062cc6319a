import type { Step } from './step.ts';
import * as files from './steps/index.ts';

/** Every step of the kill switch, in its order. */
export const killSwitchSteps: readonly Step[] = Object.values(files)
  .map(({ step }) => step)
  .sort((a, b) => a.order - b.order);
