import { escalates } from './actions';
import type { ProofStatement } from './proof-statement';
import { doing } from './select';

export const rolesCannotEscalate: ProofStatement = {
  id: 'roles-cannot-escalate',
  part: 'custody',
  title:
    'No role of the workspace can give itself more power: no policy writes, grants, role passing, role changes or new network paths',
  property: 'never',
  controls: [],
  assert: ({ cases }) => [
    {
      subject: 'every role of the templates',
      claim: { region: [doing(...escalates)], cases: cases.onAnything(({ role }) => role === 'template') },
    },
  ],
};
