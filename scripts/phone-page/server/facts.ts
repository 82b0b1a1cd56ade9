import type { Frame } from '../../../studio/model/execution';
import type { OutgoingRequest, RequestResult } from '../../../studio/model/wait';
import type { Fact } from '../model/page-state';
import { contextFacts, fact } from './context-facts';
import { withoutSecrets } from './mask';

/** What a flow asked a Function. */
export function parameterFacts({ parameters }: OutgoingRequest): Fact[] {
  return Object.entries(parameters).map(([name, value]) => fact(name, value));
}

/** What it got: the fields of a JSON object, or the text, or why there is none. */
export function answerFacts(result: RequestResult): Fact[] {
  if ('failure' in result) return [fact('failure', result.failure)];
  const fields = contextFacts(parsed(result.body), '');
  return fields.length > 0 ? fields : [fact('body', withoutSecrets(result.body))];
}

/** What the widgets of every call have: how an answer came (`parsed` has what is in it), and the parameters of the call. */
const NO_NEWS =
  /^widgets\.[^.]+\.(?:headers\..*|body|content_type|AccountSid|ApiVersion|Call(?:Sid|Status)|Direction|(?:From|To|Calle[rd])\w*)$/;

/** The variables of the flow that runs: its own first, then what its widgets gave, the newest widget first. */
export function variableFacts(frame: Frame | undefined): Fact[] {
  if (frame === undefined) return [];
  return [
    ...contextFacts(frame.variables, 'flow.variables'),
    ...contextFacts(frame.parent?.['parameters'] ?? null, 'trigger.parent.parameters'),
    ...contextFacts(newestFirst(frame.widgets), 'widgets').filter(({ name }) => !NO_NEWS.test(name)),
  ];
}

function newestFirst(widgets: Frame['widgets']): Frame['widgets'] {
  return Object.fromEntries(Object.entries(widgets).reverse());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
