/** A call as the REST API shows it (https://www.twilio.com/docs/voice/api/call-resource). */
export interface Call {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound-api';
  status: 'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';
  readonly dateCreated: number;
  startTime: number | null;
  endTime: number | null;
}
