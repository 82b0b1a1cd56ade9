import type { RequestRecord } from '../../emulator/api/gateway';
import type { Message } from '../../emulator/entities/message';
import type { Verification } from '../../emulator/entities/verify-service';
import type { LineEvent, PhoneCall } from '../../emulator/voice/line';
import type { PageChange } from '../model/page-change';
import type { Fact, FunctionRequest, LogRow } from '../model/page-state';
import { fact } from './context-facts';
import { withoutNumbers, withoutSecrets } from './mask';

type Logged = Extract<PageChange, { kind: 'logged' }>;
type Over = Extract<LineEvent, { kind: 'over' }>;

/** A call was dialled. */
export function beganRow(call: PhoneCall, now: number): Logged {
  return logged({
    ...callRow(call, now),
    status: 'on the line',
    tone: 'plain',
    milliseconds: null,
    details: partiesOf(call),
  });
}

/** A call is over; the row takes the place of the one that it began with. */
export function overRow(
  call: PhoneCall,
  { ending, result }: Over,
  { startedAt, now }: { readonly startedAt: number; readonly now: number },
): Logged {
  const status = result['status'] ?? '';
  const failure = ending.outcome === 'failed' ? [fact('failure', ending.message)] : [];
  return logged({
    ...callRow(call, startedAt),
    status: status === '' ? ending.outcome : status,
    tone: status === 'approved' ? 'good' : 'bad',
    milliseconds: now - startedAt,
    details: [
      ...partiesOf(call),
      fact('ended', ending.outcome),
      ...failure,
      ...Object.entries(result).map(([name, value]) => fact(`result.${name}`, value)),
    ],
  });
}

/** Studio asked a Function. */
export function requestRow(call: PhoneCall, request: FunctionRequest, now: number): Logged {
  const { method, path, status, milliseconds, parameters, answer } = request;
  return logged({
    id: `${call.sid}-${path}-${now}`,
    kind: 'function',
    at: now,
    title: `${method} ${withoutNumbers(path)}`,
    status: status === null ? 'no answer' : String(status),
    tone: status === 200 ? 'plain' : 'bad',
    milliseconds,
    details: [...parameters.map(named('asked')), ...answer.map(named('answered')), fact('call', call.sid)],
  });
}

/** A program asked an API of Twilio. */
export function apiRow(record: RequestRecord, count: number, now: number): Logged {
  const { method, host, path, status, milliseconds, failure } = record;
  return logged({
    id: `request-${count}`,
    kind: 'request',
    at: now,
    title: `${method} ${host}${withoutNumbers(path)}`,
    status: status === null ? 'cut off' : String(status),
    tone: status !== null && status < 400 ? 'plain' : 'bad',
    milliseconds,
    details: [
      fact('host', host),
      fact('path', path),
      ...(failure === null ? [] : [fact('bug', withoutSecrets(String(failure)))]),
    ],
  });
}

/** A text reached a phone. */
export function messageRow({ sid, from, to, channel, body, dateCreated }: Message): Logged {
  return logged({
    id: sid,
    kind: 'text',
    at: dateCreated,
    title: `${withoutNumbers(from)} to ${withoutNumbers(to)}`,
    status: 'delivered',
    tone: 'plain',
    milliseconds: null,
    details: [fact('channel', channel), { name: 'body', value: withoutSecrets(body) }, fact('sid', sid)],
  });
}

/** A verification as it stands. */
export function verificationRow(verification: Verification): Logged {
  const { sid, to, channel, status, sendCodeAttempts, checks, dateCreated } = verification;
  const tones: Readonly<Record<string, LogRow['tone']>> = { approved: 'good', pending: 'plain' };
  return logged({
    id: sid,
    kind: 'verification',
    at: dateCreated,
    title: `${withoutNumbers(to)} by ${channel}`,
    status,
    tone: tones[status] ?? 'bad',
    milliseconds: null,
    details: [
      fact('codes sent', String(sendCodeAttempts.length)),
      fact('checks', String(checks)),
      fact('sid', sid),
    ],
  });
}

function callRow({ sid, from, to }: PhoneCall, at: number): Pick<LogRow, 'id' | 'kind' | 'at' | 'title'> {
  return { id: sid, kind: 'call', at, title: `${withoutNumbers(from)} calls ${withoutNumbers(to)}` };
}

function partiesOf({ sid, from, to }: PhoneCall): Fact[] {
  return [fact('from', from), fact('to', to), fact('sid', sid)];
}

function named(prefix: string): (one: Fact) => Fact {
  return ({ name, value }) => ({ name: `${prefix}.${name}`, value });
}

function logged(row: LogRow): Logged {
  return { kind: 'logged', row };
}
