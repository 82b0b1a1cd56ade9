import type { Input, OutsideWait } from '../../../studio/model/wait';
import type { FlowExecution } from '../entities/flow';
import { readMessageTwiml } from '../twiml/read-message-twiml';
import { comesBack } from './coming-back';
import { flowOfUrl, parametersIn } from './flow-url';
import { sendMessage, type SendingWorld } from './send-message';
import type { Webhooks } from './webhooks';

/** What other TwiML needs to answer a message. */
export interface AnswerWorld extends SendingWorld {
  readonly webhooks: Webhooks;
}

/** Not public: how many redirects Twilio follows for a message before it takes them for a loop (error 14107). */
const MOST_DOCUMENTS = 10;

/**
 * Has other TwiML answer the message that an execution began with: texts are sent, redirects followed, and one that comes back
 * to the execution is told to it with the parameters it brings. Whatever fails leaves the execution to its timeout: the widget
 * has no event for that (https://www.twilio.com/docs/studio/widget-library/twiml-redirect). Never rejects.
 */
export async function answerElsewhere(
  world: AnswerWorld,
  execution: FlowExecution,
  wait: OutsideWait,
  tell: (input: Input) => void,
): Promise<void> {
  const { url: first, method } = wait.asks;
  const parameters = textsIn(execution);
  let next = {
    url: typeof first === 'string' ? first : '',
    method: method === 'GET' ? 'GET' : 'POST',
  } as const;
  for (let document = 0; document < MOST_DOCUMENTS; document += 1) {
    const { url } = next;
    if (comesBack(world.store, execution, wait, url)) {
      tell({ kind: 'outside-event', event: 'return', data: { ...parameters, ...parametersIn(url) } });
      return;
    }
    // Not public: what another flow does with a message that it gets by a redirect; here nothing.
    if (flowOfUrl(world.store, url) !== undefined) return;
    const twiml = readMessageTwiml(await world.webhooks({ ...next, parameters }));
    for (const message of twiml?.messages ?? []) send(world, execution, message);
    const redirect = twiml?.redirect;
    if (!redirect || !URL.canParse(redirect.url, url)) return;
    next = { ...redirect, url: new URL(redirect.url, url).href };
  }
}

function textsIn({ state }: FlowExecution): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state.trigger.parameters).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

function send(
  world: AnswerWorld,
  { contactChannelAddress, flowChannelAddress }: FlowExecution,
  { to, from, body }: { readonly to: string; readonly from: string; readonly body: string },
): void {
  sendMessage(world, {
    to: to === '' ? contactChannelAddress : to,
    from: from === '' ? flowChannelAddress : from,
    body,
    mediaUrl: '',
    extra: {},
  });
}
