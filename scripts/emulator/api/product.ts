import type { ApiContext } from './context';
import type { Answer } from './answers';
import type { Parameters } from './parameters';
import type { UploadedFiles } from './request-body';

/** The methods that Twilio's REST APIs use. */
export type Method = 'GET' | 'POST' | 'DELETE';

/** A request to one of the emulated APIs, after authentication and routing. */
export interface ApiRequest {
  /** `verify.twilio.com` */
  readonly host: string;
  readonly method: string;
  /** Path without query, as it was sent: `/v2/Services/VA…` */
  readonly path: string;
  /** A segment of the path by its name in the route; throws when the route has no such name, which is a bug. */
  readonly param: (name: string) => string;
  readonly query: Parameters;
  /** A header by its name; undefined when it was not sent. */
  readonly header: (name: string) => string | undefined;
  /** Fields of a form, whichever way it was encoded. */
  readonly form: Parameters;
  /** Files of a `multipart/form-data` form, by the name of their field. */
  readonly files: UploadedFiles;
  /** Runs `action` once the answer has left, or would have: a fault may hold it back for a while. */
  readonly whenAnswered: (action: () => void) => void;
}

/** Answers one operation. Expected trouble is an answer too; a throw becomes Twilio's 500. */
export type Handler = (request: ApiRequest, context: ApiContext) => Answer | Promise<Answer>;

/** One operation of an API. */
export interface Route {
  readonly method: Method;
  /** Written as in Twilio's OpenAPI documents: `/v2/Services/{ServiceSid}/Verifications/{Sid}` */
  readonly path: string;
  /** Form parameters without which the handler is not asked. */
  readonly required?: readonly string[];
  readonly handle: Handler;
}

/** One of Twilio's APIs: a host name and its operations. */
export interface Product {
  readonly host: string;
  /** Twilio's error code for a required parameter that is missing. */
  readonly missingParameterCode: number;
  readonly routes: readonly Route[];
}
