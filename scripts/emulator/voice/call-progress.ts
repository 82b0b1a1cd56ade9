import type { Call } from '../entities/call';
import type { Webhooks } from '../executions/webhooks';

/** What a status callback can be asked to hear of (https://www.twilio.com/docs/voice/api/call-resource#statuscallbackevent). */
export type ProgressEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

/** Every event, in the order in which they come. */
export const PROGRESS_EVENTS: readonly ProgressEvent[] = ['initiated', 'ringing', 'answered', 'completed'];

/** Who hears of a call's progress. */
export interface StatusCallback {
  /** Empty: nobody. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly events: readonly ProgressEvent[];
}

/** Tells of a call's progress; each request has the next sequence number. Nobody waits for the answers. */
export function createProgress(
  webhooks: Webhooks,
  callback: StatusCallback,
  parametersOf: () => Readonly<Record<string, string>>,
): (event: ProgressEvent, call: Call, now: number) => void {
  let sequence = 0;
  return (event, call, now) => {
    if (callback.url === '' || !callback.events.includes(event)) return;
    const parameters = {
      ...parametersOf(),
      ...(event === 'initiated' && { CallStatus: 'initiated' }),
      ...(event === 'completed' && durations(call)),
      CallbackSource: 'call-progress-events',
      SequenceNumber: String(sequence),
      Timestamp: new Date(now).toUTCString().replace('GMT', '+0000'),
    };
    sequence += 1;
    void webhooks({ method: callback.method, url: callback.url, parameters });
  };
}

/** `CallDuration` in seconds, `Duration` in begun minutes. */
function durations({ startTime, endTime }: Call): Readonly<Record<string, string>> {
  const seconds = startTime === null || endTime === null ? 0 : Math.round((endTime - startTime) / 1000);
  return { CallDuration: String(seconds), Duration: String(Math.ceil(seconds / 60)) };
}
