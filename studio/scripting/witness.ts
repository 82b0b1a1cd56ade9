import type { Wait } from '../model/wait';
import type { Decision } from './decide';
import type { FlowResult } from './flow-result';

/** What was noticed from outside, in order. */
export interface Witnessed {
  readonly heard: FlowResult['heard'][number][];
  readonly sent: FlowResult['sent'][number][];
  readonly requests: FlowResult['requests'][number][];
}

/** Notes what can be noticed of a wait; what a message comes to is known with the decision only. */
export function witness(witnessed: Witnessed, wait: Wait, decision: Decision): void {
  switch (wait.kind) {
    case 'speech':
    case 'keys': {
      const { say, play: url } = wait.kind === 'speech' ? wait.speech : wait.prompt;
      if (say + url !== '') witnessed.heard.push(say === '' ? url : say);
      return;
    }
    case 'function':
    case 'http': {
      const { method, url, parameters } = wait.request;
      witnessed.requests.push({ method, url, parameters });
      return;
    }
    case 'message':
    case 'reply':
      if (!isRefused(decision)) witnessed.sent.push({ to: wait.message.to, body: wait.message.body });
      return;
    case 'outside':
  }
}

function isRefused(decision: Decision): boolean {
  if (!('input' in decision)) return false;
  const { input } = decision;
  return input.kind === 'delivery-failure' || (input.kind === 'message-result' && input.failed);
}
