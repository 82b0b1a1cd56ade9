import type { JsonObject } from '../model/json';
import type { OutgoingMessage } from '../model/wait';
import type { Visit } from '../model/widget';

/** Properties that travel with a message without being read by Studio itself. */
const EXTRA = ['service', 'channel', 'attributes'] as const;

/** The message a widget sends; `to` is the contact unless the widget names somebody else. */
export function messageOf(visit: Visit): OutgoingMessage {
  const extra: JsonObject = Object.fromEntries(
    EXTRA.flatMap((name) => (visit.text(name) === '' ? [] : [[name, visit.text(name)] as const])),
  );
  return {
    from: visit.text('from') || visit.render('{{flow.channel.address}}'),
    to: visit.text('to') || visit.render('{{contact.channel.address}}'),
    body: visit.text('body'),
    mediaUrl: visit.text('media_url'),
    extra,
  };
}
