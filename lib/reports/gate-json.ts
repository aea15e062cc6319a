import type { GateResult } from '../gates/evaluate-gates.ts';
import { gateNotice } from './gate-text.ts';

/** The report a program reads. */
export const renderGateJson = (result: GateResult): string =>
  `${JSON.stringify({ ...result, notice: gateNotice }, null, 2)}\n`;
