import type { Noticed, WidgetAnalysis } from '../model/widget-analysis';

/** The events of a type that mean trouble, and those that a caller notices. */
interface Row {
  readonly trouble?: Readonly<Record<string, string>>;
  readonly noticed?: Readonly<Record<string, Noticed>>;
}

const API_FAILED = { failed: 'Twilio refused the request' };
const QUEUE_TROUBLE = {
  failedToEnqueue: 'the call could not be queued',
  callFailure: 'the call failed while it was queued',
};

/**
 * What is known of the types that do not run here: https://www.twilio.com/docs/studio/widget-library, and nothing that
 * only running them would tell. Their outputs come from webhooks and are not judged.
 */
const rows: Readonly<Record<string, Row>> = {
  'add-twiml-redirect': {
    trouble: { timeout: 'the other TwiML did not return in time', fail: 'the URL cannot be read' },
    noticed: { return: 'heard' },
  },
  'capture-payments': {
    trouble: {
      maxFailedAttempts: 'the caller failed too often',
      providerError: 'the payment provider failed',
      payInterrupted: 'the caller broke it off',
      validationError: 'a property is not right',
    },
    noticed: {
      success: 'heard',
      hangup: 'heard',
      maxFailedAttempts: 'input',
      payInterrupted: 'input',
      providerError: 'input',
    },
  },
  'connect-call-to': { noticed: { callCompleted: 'heard', hangup: 'heard' } },
  'connect-virtual-agent': { noticed: { return: 'heard', hangup: 'heard' } },
  'connect-virtual-agent-v2': {
    trouble: { failed: 'the agent could not be reached' },
    noticed: { completed: 'heard', 'live-agent-handoff': 'heard', hangup: 'heard' },
  },
  'enqueue-call': { trouble: QUEUE_TROUBLE, noticed: { callComplete: 'heard' } },
  'make-outgoing-call-v1': {
    trouble: { failed: 'the call could not be made', busy: 'the line is busy', noAnswer: 'nobody answers' },
    noticed: { answered: 'input', busy: 'heard', noAnswer: 'heard', failed: 'heard', hangup: 'heard' },
  },
  'make-outgoing-call-v2': {
    trouble: { failed: 'the call could not be made', busy: 'the line is busy', noAnswer: 'nobody answers' },
    noticed: { answered: 'input', busy: 'heard', noAnswer: 'heard', failed: 'heard' },
  },
  'record-call': { trouble: API_FAILED },
  'record-voicemail': {
    trouble: { noAudio: 'the caller said nothing' },
    noticed: { recordingComplete: 'heard', hangup: 'heard', noAudio: 'input' },
  },
  'resume-conversation': { trouble: API_FAILED },
  'run-conversation-relay': { trouble: API_FAILED, noticed: { success: 'heard' } },
  'send-to-flex': { trouble: QUEUE_TROUBLE, noticed: { callComplete: 'heard' } },
  'start-conversation': { trouble: API_FAILED },
};

/** The analysis of a type that does not run here; of one that nobody knows, that it may do anything. */
export function uninterpretedAnalysis(type: string): WidgetAnalysis {
  const { trouble = {}, noticed = {} } = rows[type] ?? {};
  return { outputs: () => 'any', noticed: () => noticed, trouble };
}
