import type { RequestResult } from '../../../studio/model/wait';
import { parseXml, type XmlElement } from './parse-xml';

/** What a document says about a message, in order, up to a redirect (https://www.twilio.com/docs/messaging/twiml). */
export interface MessageTwiml {
  /** Texts to send; an empty `to` or `from` is the other end of the message that is answered. */
  readonly messages: readonly { readonly to: string; readonly from: string; readonly body: string }[];
  /** Where the next document is, if any; relative to this one. */
  readonly redirect: { readonly url: string; readonly method: 'GET' | 'POST' } | null;
}

/** Reads an answer; null when it is no TwiML. Verbs other than Message and Redirect, and media, are left out. */
export function readMessageTwiml(result: RequestResult): MessageTwiml | null {
  if ('failure' in result || result.status >= 400) return null;
  const document = parseXml(result.body);
  if (!document.ok || document.root.name !== 'Response') return null;
  const verbs = document.root.children.filter((child) => typeof child === 'object');
  const end = verbs.findIndex(({ name }) => name === 'Redirect');
  const redirect = verbs[end];
  const before = end === -1 ? verbs : verbs.slice(0, end);
  return {
    messages: before.filter(({ name }) => name === 'Message').map(messageOf),
    redirect: redirect === undefined ? null : redirectOf(redirect),
  };
}

function messageOf(verb: XmlElement): MessageTwiml['messages'][number] {
  const body = verb.children.find((child) => typeof child === 'object' && child.name === 'Body');
  const { to = '', from = '' } = verb.attributes;
  return { to, from, body: textOf(typeof body === 'object' ? body : verb) };
}

function redirectOf(verb: XmlElement): MessageTwiml['redirect'] {
  return { url: textOf(verb), method: verb.attributes.method?.toUpperCase() === 'GET' ? 'GET' : 'POST' };
}

function textOf({ children }: XmlElement): string {
  return children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}
