import type { Input } from '../../studio/model/wait';
import type { State } from '../../studio/model/flow-definition';
import { state } from './flows';

/** SID of the subflow in these tests. */
export const CHILD_SID = `FW${'c'.repeat(32)}`;

/** A say-play widget that says its own name. */
export function say(name: string, next = ''): State {
  return state(name, 'say-play', { say: `This is ${name}.` }, { audioComplete: next });
}

/** A run-subflow widget named `run_child` that passes the caller's number as `to`. */
export function runChild(arrows: Readonly<Record<string, string>>): State {
  const parameters = [{ key: 'to', value: '{{trigger.call.From}}' }];
  return state(
    'run_child',
    'run-subflow',
    { flow_sid: CHILD_SID, flow_revision: 'LatestPublished', parameters },
    arrows,
  );
}

/** Properties of a set-variables widget that counts its visits in `n`. */
export const counting = { variables: [{ key: 'n', value: '{{flow.variables.n | plus: 1}}' }] };

export const audio: Input = { kind: 'audio-complete' };
export const hangUp: Input = { kind: 'hang-up' };
