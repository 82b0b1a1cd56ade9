import { createHandler } from '../handler.private';
import type { Handler } from '../handler.private';
import { problem } from './answers.private';
import type { OtpAnswer } from './answers.private';
import { systemChance } from './chance.private';
import { deliverEnd } from './deliver-end.private';
import type { OtpEnvironment, ToolMaker } from './make-tools.private';
import { readRequestId } from './otp-requests.private';
import { reactTo } from './react.private';

const NAME = 'otp/deliver';

/** Makes the handler of `/otp/deliver`; the platform lets in only requests that carry Twilio's signature. */
export function createDeliverHandler(makeTools: ToolMaker): Handler<OtpEnvironment> {
  return createHandler<OtpEnvironment>(
    async (context, event) => {
      const tools = makeTools(context);
      const read = readRequestId(event);
      const answer: OtpAnswer =
        read.kind === 'wrong'
          ? problem('invalid_request', { field: read.field, detail: read.message })
          : await deliverEnd(read.request.requestId, tools);
      const correlationId = answer.subject?.record?.correlationId ?? newId();
      return reactTo({ endpoint: NAME, answer, correlationId, outsideCalls: tools.deadline.calls() });
    },
    ({ problem: forLog }) =>
      reactTo({
        endpoint: NAME,
        answer: problem('internal_error'),
        correlationId: newId(),
        outsideCalls: 0,
        problem: forLog,
      }),
  );
}

function newId(): string {
  return systemChance.bytes(12).toString('hex');
}
