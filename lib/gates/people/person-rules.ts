import type { PersonRule } from './person-rule.ts';
import { confidentialityUndertaking } from './ppl-r02-confidentiality-undertaking.ts';
import { training } from './ppl-r03-training.ts';
import { handlingRules } from './ppl-r04-handling-rules.ts';
import { screening } from './ppl-r05-screening.ts';
import { qualification } from './ppl-r06-qualification.ts';
import { assignmentEnds } from './ppl-r07-assignment-ends.ts';
import { separateDuties } from './ppl-r08-separate-duties.ts';
import { placeOfWork } from './ppl-r09-place-of-work.ts';
import { matterUndertaking } from './ppl-r10-matter-undertaking.ts';

/** Rules about one person on one matter. */
export const personRules: readonly PersonRule[] = [
  confidentialityUndertaking,
  training,
  handlingRules,
  screening,
  qualification,
  assignmentEnds,
  separateDuties,
  placeOfWork,
  matterUndertaking,
];
