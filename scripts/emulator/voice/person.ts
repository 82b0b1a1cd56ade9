import type { Call } from '../entities/call';
import type { Inbox } from '../simulate/inbox';
import type { CallLine } from './call-line';

/** The end of a call that is no number of the account: who calls, or who is called. */
export function personOn({ direction, from, to }: Pick<Call, 'direction' | 'from' | 'to'>): string {
  return direction === 'inbound' ? from : to;
}

/** The account's end of a call. */
export function accountEndOf({ direction, from, to }: Pick<Call, 'direction' | 'from' | 'to'>): string {
  return direction === 'inbound' ? to : from;
}

/** While the call lasts, the person on it sees the texts that come in. */
export function showTexts(inbox: Inbox, line: CallLine, person: string): void {
  const stop = inbox.onMessage((message) => {
    const isForPerson = message.to === person || message.to === `whatsapp:${person}`;
    if (isForPerson) line.tell({ kind: 'message', message });
  });
  line.listen((event) => {
    if (event.kind === 'over') stop();
  });
}
