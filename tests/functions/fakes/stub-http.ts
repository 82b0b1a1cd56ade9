import twilio from 'twilio';

/** A request as the SDK puts it on the wire; `form` is its body. */
export interface SentRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

/** An HTTP answer, or the error that the connection ends with. */
export type HttpAnswer = { readonly statusCode: number; readonly body: unknown } | Error;

/** The real HTTP client of the SDK on a wire of our own. */
export interface StubHttp {
  readonly client: twilio.RequestClient;
  readonly sent: readonly SentRequest[];
}

/** Answers are used up in order; a request without one rejects. */
export function createStubHttp(answers: readonly HttpAnswer[]): StubHttp {
  const sent: SentRequest[] = [];
  const client = new twilio.RequestClient();
  client.axios.defaults.adapter = async (config) => {
    const body: unknown = config.data;
    const form = Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : ''));
    const answer = answers[sent.push({ method: config.method, url: config.url, form }) - 1];
    if (answer === undefined) throw new Error('Unplanned request to Twilio');
    if (answer instanceof Error) throw answer;
    return { status: answer.statusCode, statusText: '', data: answer.body, headers: {}, config };
  };
  return { client, sent };
}

/** An error of the network as axios has it: a word in `code`. */
export function networkError(code: string): Error {
  return Object.assign(new Error(`network trouble ${code}`), { code });
}
