import type { JsonObject } from '../../../studio/model/json';

/** What an operation answers: an HTTP status and a JSON body (null: no body). */
export interface Answer {
  readonly status: number;
  readonly body: JsonObject | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error as Twilio tells it: `code` is Twilio's own, `status` the HTTP one. */
export interface ApiError {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** 200 with a resource or a page of them. */
export function ok(body: JsonObject): Answer {
  return { status: 200, body };
}

/** 201 with the resource that was made. */
export function created(body: JsonObject): Answer {
  return { status: 201, body };
}

/** 204: it is gone. */
export function noContent(): Answer {
  return { status: 204, body: null };
}

/** An error in the shape of every Twilio API (https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions). */
export function failed(error: ApiError): Answer {
  const { code, message, status } = error;
  return {
    status,
    body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
  };
}

/**
 * 404 for a path that leads nowhere, or to a resource that is not there (https://www.twilio.com/docs/errors/20404). It
 * quotes the path as Twilio's does, so also a phone number in it: who logs such an error logs the number.
 */
export function notFound(request: { readonly path: string }): Answer {
  return failed({
    status: 404,
    code: 20404,
    message: `The requested resource ${request.path} was not found`,
  });
}

/** 405 for a path that exists with another method (https://www.twilio.com/docs/errors/20004). */
export function methodNotAllowed(): Answer {
  return failed({ status: 405, code: 20004, message: 'Method not allowed' });
}

/** 401 with the challenge that makes a client send its credentials (https://www.twilio.com/docs/errors/20003). */
export function unauthenticated(): Answer {
  const headers = { 'WWW-Authenticate': 'Basic realm="Twilio API"' };
  return { ...failed({ status: 401, code: 20003, message: 'Authenticate' }), headers };
}

/**
 * 400 for a required parameter that was not sent.
 * Not public: the wording, and whether it is the same in every product; the code differs between products.
 */
export function missingParameter(name: string, code: number): Answer {
  return failed({ status: 400, code, message: `Missing required parameter ${name} in the post body` });
}

/** 500 for a bug in the local Twilio (https://www.twilio.com/docs/errors/20500). */
export function internalError(): Answer {
  return failed({ status: 500, code: 20500, message: 'An internal server error has occurred' });
}
