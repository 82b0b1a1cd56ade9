import { startExecution } from '../../studio/interpreter/start';
import { assertNever } from '../../studio/model/assert-never';
import type { FlowRevision, Progress, Surroundings } from '../../studio/model/execution';
import type { Input, Wait } from '../../studio/model/wait';
import { PARENT_SID } from './flow-files';

/** Begins a call of the shipped parent, through the interpreter alone. */
export function beginCall(parent: FlowRevision, surroundings: Surroundings): Progress {
  const trigger = {
    kind: 'call',
    parameters: { From: '+14155550100', To: '+14155550199', CallSid: 'CA' },
  } as const;
  const executionSid = `FN${'0'.repeat(32)}`;
  return startExecution({ executionSid, flowSid: PARENT_SID, flow: parent, trigger }, surroundings);
}

/** What a caller with the right code, and functions that work, answer to a wait. */
export function goodAnswer(wait: Wait): Input {
  switch (wait.kind) {
    case 'speech':
      return { kind: 'audio-complete' };
    case 'keys':
      return { kind: 'keys', digits: '123456' };
    case 'function': {
      const status = wait.request.url.includes('start-verify') ? 'sent' : 'approved';
      const body = JSON.stringify({ success: true, status, message: '', attempts: 1, retryAfterSeconds: 0 });
      return { kind: 'request-result', result: { status: 200, contentType: 'application/json', body } };
    }
    case 'http':
    case 'message':
    case 'reply':
    case 'outside':
      throw new Error(`The shipped flows never wait for a ${wait.kind}`);
    default:
      return assertNever(wait);
  }
}
