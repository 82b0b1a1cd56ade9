import type { EdgeResponse, FunctionsHost } from '../runtime/functions-host';

/** Headers that describe one connection and its framing, not the answer: our own server writes them anew. */
const connectionHeaders = ['connection', 'content-length', 'keep-alive', 'transfer-encoding'];

/** Hands a request to the Functions platform and its answer back. */
export async function askFunctionsHost(
  host: FunctionsHost,
  domain: string,
  request: Request,
): Promise<Response> {
  const url = new URL(request.url);
  const response = await host.request({
    method: request.method,
    domain,
    path: url.pathname + url.search,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  });
  return toResponse(response);
}

function toResponse({ status, headers, body, bytes }: EdgeResponse): Response {
  const kept = Object.entries(headers).filter(([name]) => !connectionHeaders.includes(name.toLowerCase()));
  const isBodyless = status === 204 || status === 304;
  return new Response(isBodyless ? null : (bytes ?? body), { status, headers: Object.fromEntries(kept) });
}
