import { createHandler } from '../handler.private';
import type { Handler, Reaction, Thrown } from '../handler.private';
import type { OtpAnswer } from './answers.private';
import { problem } from './answers.private';
import { authenticate } from './api-keys.private';
import { systemChance } from './chance.private';
import { headersOf } from './fields.private';
import type { ReadRequest } from './fields.private';
import type { OtpEnvironment, ToolMaker } from './make-tools.private';
import type { Call, OtpTools } from './otp-tools.private';
import { reactTo } from './react.private';

/** An endpoint of the service: how a request is read, and the one domain call behind it. */
export interface OtpEndpoint<Request> {
  /** For the log: `otp/verify`. */
  readonly name: string;
  /** False: it changes nothing, and may be asked with a GET. */
  readonly isChange: boolean;
  readonly read: (event: unknown) => ReadRequest<Request>;
  readonly act: (request: Request, call: Call) => Promise<OtpAnswer>;
}

const CORRELATION_ID = /^[\w.-]{1,128}$/;
const JSON_TYPE = /^application\/json *(;|$)/i;

/**
 * Makes the handler of an endpoint: correlation id, API key, type of the body, fields, and then the domain call. The runtime hides
 * the method; that what changes something has to come as JSON keeps plain links and HTML forms out.
 */
export function createOtpEndpoint<Request>(
  endpoint: OtpEndpoint<Request>,
  makeTools: ToolMaker,
): Handler<OtpEnvironment> {
  return createHandler<OtpEnvironment>(
    async (context, event) => {
      const tools = makeTools(context);
      const correlationId = correlationIdOf(event);
      const client = authenticate(headersOf(event)['authorization'], tools.settings.apiKeys);
      const given = correlationId ?? newCorrelationId(tools.chance);
      const answer = await answerOf(endpoint, event, client, { correlationId: given, tools });
      const reaction = { endpoint: endpoint.name, answer, outsideCalls: tools.deadline.calls() };
      return reactTo({
        ...reaction,
        // Who sends none of their own finds the one that the request was made with.
        correlationId: correlationId ?? answer.subject?.record?.correlationId ?? given,
        ...(client === undefined ? {} : { client }),
      });
    },
    (thrown, event) => failed(endpoint.name, thrown, event),
  );
}

async function answerOf<Request>(
  endpoint: OtpEndpoint<Request>,
  event: unknown,
  client: string | undefined,
  call: Omit<Call, 'client'>,
): Promise<OtpAnswer> {
  if (client === undefined) return problem('unauthorized');
  const contentType = headersOf(event)['content-type'];
  const isJson = typeof contentType === 'string' && JSON_TYPE.test(contentType);
  if (endpoint.isChange && !isJson) return problem('unsupported_media_type');
  const read = endpoint.read(event);
  if (read.kind === 'wrong') return problem('invalid_request', { field: read.field, detail: read.message });
  return endpoint.act(read.request, { ...call, client });
}

function failed(name: string, { message, problem: forLog }: Thrown, event: unknown): Reaction {
  const correlationId = correlationIdOf(event) ?? newCorrelationId(systemChance);
  const answer =
    message === undefined ? problem('internal_error') : problem('misconfigured', { detail: message });
  return reactTo({ endpoint: name, answer, correlationId, outsideCalls: 0, problem: forLog });
}

function correlationIdOf(event: unknown): string | undefined {
  const given = headersOf(event)['x-correlation-id'];
  return typeof given === 'string' && CORRELATION_ID.test(given) ? given : undefined;
}

function newCorrelationId(chance: OtpTools['chance']): string {
  return chance.bytes(12).toString('hex');
}
