import type { Channel } from '../requests.private';
import type { OtpAnswer } from './answers.private';
import { changeRecord } from './change-record.private';
import { newCode } from './create-record.private';
import type { FoundRecord, Refused } from './find-record.private';
import type { Call } from './otp-tools.private';
import { stateOf } from './record.private';
import type { OtpRecord } from './record.private';
import type { Outgoing } from './send-code.private';

/** One more text for a request that is open. */
export interface WantedText {
  readonly requestId: string;
  readonly channel: Channel;
  /** Random; names this text. */
  readonly by: string;
  /** E.164. */
  readonly to: string;
  /** The record as it was read last. */
  readonly found: FoundRecord;
}

/** A text that stands in its record and may be sent. */
interface WrittenText {
  readonly kind: 'written';
  readonly outgoing: Outgoing;
  /** Engine `message`: the code that this one took the place of; missing too when a lost answer hid it. */
  readonly before?: OtpRecord['code'];
}

/** Writes a text into its record before it is sent, with a new code where codes are ours, unless `refusalOf` has something against it. */
export async function writeText(
  { requestId, channel, by, to, found }: WantedText,
  refusalOf: (record: OtpRecord) => OtpAnswer | undefined,
  call: Call,
): Promise<WrittenText | Refused> {
  const { purpose, engine } = found.record;
  const made = engine === 'message' ? newCode(requestId, purpose, call.tools) : undefined;
  const send = { at: call.tools.time.now(), by, channel };
  const written = (record: OtpRecord, before: OtpRecord['code']): WrittenText => ({
    kind: 'written',
    outgoing: { requestId, record, to, ...(made === undefined ? {} : { code: made.code }) },
    ...(before === undefined ? {} : { before }),
  });
  const changed = await changeRecord<WrittenText | Refused>(
    requestId,
    call,
    (record) => {
      if (record.sends.at(-1)?.by === by) return { kind: 'leave', value: written(record, undefined) };
      const answer = refusalOf(record);
      if (answer !== undefined) return { kind: 'leave', value: { kind: 'refused', answer } };
      const sends = [...record.sends, send];
      const next = { ...record, sends, ...(made === undefined ? {} : { code: made.kept }) };
      return { kind: 'write', record: next, value: written(next, record.code) };
    },
    found.document,
  );
  return changed.kind === 'refused' ? changed : changed.value;
}

/**
 * Takes a text that never left out of its record: the code that the person has is good again, and another channel may be tried at
 * once. Not when the request has ended meanwhile, or has a later text. When this cannot be written, they need another text.
 */
export async function undoText(
  { requestId, by }: WantedText,
  { before }: WrittenText,
  call: Call,
): Promise<void> {
  await changeRecord(requestId, call, (record) => {
    const isOpen = stateOf(record, call.tools.time.now()).status === 'open';
    const isKnown = record.engine === 'verify' || before !== undefined;
    if (!isOpen || !isKnown || record.sends.at(-1)?.by !== by) return { kind: 'leave', value: undefined };
    const sends = record.sends.slice(0, -1);
    const undone = { ...record, sends, ...(before === undefined ? {} : { code: before }) };
    return { kind: 'write', record: undone, value: undefined };
  });
}
