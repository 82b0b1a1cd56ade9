import type { Handler } from '../handler.private';
import { headersOf } from '../otp/fields.private';
import { createOtpEndpoint } from '../otp/otp-endpoint.private';
import type { ToolMaker } from '../otp/make-tools.private';
import { createSession } from './create-session.private';
import { readSession } from './read-session.private';
import { readSessionToCreate, readSessionToRead } from './session-requests.private';
import type { WebEnvironment } from './web-handler.private';
import { readWebSettings } from './web-settings.private';

/**
 * `/web/session`, for the application's server. The runtime hides the method: what comes as JSON creates, as the service's other
 * endpoints have it, and anything else only reads.
 */
export function createSessionHandler(makeTools: ToolMaker): Handler<WebEnvironment> {
  return (context, event, callback) => {
    const isJson = headersOf(event)['content-type'] !== undefined;
    const handler = isJson
      ? createOtpEndpoint(
          {
            name: 'web/session',
            isChange: true,
            read: readSessionToCreate,
            act: (request, call) => createSession(request, call, readWebSettings(context)),
          },
          makeTools,
        )
      : createOtpEndpoint(
          { name: 'web/session', isChange: false, read: readSessionToRead, act: readSession },
          makeTools,
        );
    return handler(context, event, callback);
  };
}
