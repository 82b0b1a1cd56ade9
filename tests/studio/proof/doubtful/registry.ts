import { BY_ANSWERS } from './by-answers';
import { BY_CALL_DATA } from './by-call-data';
import { BY_FORM } from './by-form';
import { BY_FUNCTIONS } from './by-functions';
import { BY_HAND } from './by-hand';
import { BY_KEYS } from './by-keys';
import { BY_LENGTH } from './by-length';
import { BY_MEMORY } from './by-memory';
import { BY_NUMBERS } from './by-numbers';
import { BY_OTHER_DOORS } from './by-other-doors';
import { BY_SILENCE } from './by-silence';
import { BY_SUBFLOWS } from './by-subflows';
import { BY_UNSAID } from './by-unsaid';
import type { DoubtfulParent } from './doubtful-parent';

/** Each leads somebody in who should stay out, or to something else that must not be, by a way of its own. */
export const DOUBTFUL_PARENTS: Readonly<Record<string, DoubtfulParent>> = {
  ...BY_KEYS,
  ...BY_ANSWERS,
  ...BY_CALL_DATA,
  ...BY_NUMBERS,
  ...BY_SUBFLOWS,
  ...BY_MEMORY,
  ...BY_HAND,
  ...BY_FORM,
  ...BY_LENGTH,
  ...BY_UNSAID,
  ...BY_OTHER_DOORS,
  ...BY_FUNCTIONS,
  ...BY_SILENCE,
};
