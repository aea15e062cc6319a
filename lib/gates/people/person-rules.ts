import type { PersonRule } from './person-rule';
import { confidentialityUndertaking } from './ppl-r02-confidentiality-undertaking';
import { training } from './ppl-r03-training';
import { handlingRules } from './ppl-r04-handling-rules';
import { screening } from './ppl-r05-screening';
import { qualification } from './ppl-r06-qualification';
import { assignmentEnds } from './ppl-r07-assignment-ends';
import { separateDuties } from './ppl-r08-separate-duties';
import { placeOfWork } from './ppl-r09-place-of-work';
import { matterUndertaking } from './ppl-r10-matter-undertaking';

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
