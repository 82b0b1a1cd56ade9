import type { Json, JsonObject } from '../model/json';
import { parametersOf } from '../model/parameters';
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
    extra: { ...extra, ...contentOf(visit) },
  };
}

/** A content template with its variables, and whether links are to be shortened; only what the definition has. */
function contentOf(visit: Visit): JsonObject {
  const literals = ['message_type', 'content_sid', 'shorten_urls'].flatMap((name): [string, Json][] => {
    const value = visit.property(name);
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  const variables = parametersOf(visit.property('content_variables')).map(
    ({ key, value }) => [key, visit.render(value)] as const,
  );
  return {
    ...Object.fromEntries(literals),
    ...(variables.length > 0 && { content_variables: Object.fromEntries(variables) }),
  };
}
