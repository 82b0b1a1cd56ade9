import { printProof } from './print-proof';
import { readQuestion, readReplyQuestion } from './read-question';
import { prove } from '../../studio/proof/prove';

/** More states than the shipped flows have by far, so that a changed flow is proven or refuted, not given up. */
const MAXIMUM_STATES = 200_000;

/**
 * Proves the flows of the repository, as a deployment needs them to be. Null when they are proven; else the printed proof, which
 * says what is wrong and shows a call. The reply flow is proven where it is deployed. `isTimeUp` ends a proof that takes too long, which is none.
 */
export async function unproven(
  projectDirectory: string,
  isTimeUp: () => boolean,
  { otpByReply = false } = {},
): Promise<string | null> {
  const readings = [
    await readQuestion({ projectDirectory, protectedWidgets: ['success'] }),
    ...(otpByReply ? [await readReplyQuestion(projectDirectory)] : []),
  ];
  for (const read of readings) {
    if (read.kind === 'problems') return read.problems.join('\n');
    const proof = prove(read.question, { states: MAXIMUM_STATES, isTimeUp, stopsAtFirst: true });
    if (proof.status !== 'proven') return printProof(proof).join('\n');
  }
  return null;
}
