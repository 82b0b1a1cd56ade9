import { printProof } from './print-proof';
import { readQuestion } from './read-question';
import { prove } from '../../studio/proof/prove';

/** More states than the shipped flows have by far, so that a changed flow is proven or refuted, not given up. */
const MAXIMUM_STATES = 200_000;

/**
 * Proves the flows of the repository, as a deployment needs them to be. Null when they are proven; else the printed proof, which
 * says what is wrong and shows a call. `isTimeUp` ends a proof that takes too long, which is none.
 */
export async function unproven(projectDirectory: string, isTimeUp: () => boolean): Promise<string | null> {
  const read = await readQuestion({ projectDirectory, protectedWidgets: ['success'] });
  if (read.kind === 'problems') return read.problems.join('\n');
  const proof = prove(read.question, { states: MAXIMUM_STATES, isTimeUp, stopsAtFirst: true });
  return proof.status === 'proven' ? null : printProof(proof).join('\n');
}
