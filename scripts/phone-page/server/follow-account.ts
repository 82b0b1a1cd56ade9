import type { LocalTwilio } from '../../emulator/local-twilio';
import type { PageChange } from '../model/page-change';
import { apiRow, messageRow, verificationRow } from './log-rows';
import { codeIn } from './mask';

/** The parts of the local Twilio that tell what happens in the account. */
export type WatchedAccount = Pick<LocalTwilio, 'onMessage' | 'onRequest' | 'store' | 'clock'>;

/**
 * Tells of texts, API requests, verifications and new flows. What changes only with a request to its API is looked at after
 * each of them. Call the answer to stop.
 */
export function followAccount(local: WatchedAccount, tell: (change: PageChange) => void): () => void {
  const seen = new Map<string, string>();
  let requests = 0;
  let flowsVersion = 0;
  const tellVerifications = (): void => {
    for (const verification of local.store.verifications.values()) {
      const { sid, status, checks, sendCodeAttempts } = verification;
      const standing = `${status} ${checks} ${sendCodeAttempts.length}`;
      if (seen.get(sid) === standing) continue;
      seen.set(sid, standing);
      tell(verificationRow(verification));
    }
  };
  const stops = [
    local.onMessage((message) => {
      const { sid, channel, from, to, body, dateCreated } = message;
      tell({
        kind: 'message',
        message: { sid, channel, from, to, body, at: dateCreated, code: codeIn(body) },
      });
      tell(messageRow(message));
    }),
    local.onRequest((record) => {
      requests += 1;
      tell(apiRow(record, requests, local.clock.now()));
      if (record.host === 'verify.twilio.com') tellVerifications();
      const isPublished = record.host === 'studio.twilio.com' && record.method === 'POST';
      if (isPublished) tell({ kind: 'flows', version: (flowsVersion += 1) });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
