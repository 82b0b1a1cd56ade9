import { Hono, type Context } from 'hono';
import {
  type Answer,
  internalError,
  methodNotAllowed,
  missingParameter,
  notFound,
  unauthenticated,
} from './answers';
import { callerOf, mayAsk } from './authentication';
import type { ApiContext } from './context';
import { decodeParameters } from './parameters';
import type { ApiRequest, Product, Route } from './product';
import { readBody } from './request-body';

/** What the server hands to a product beside the request. */
export interface Errand {
  /** Actions for after the answer has left. */
  readonly afterwards: (() => void)[];
  /** A bug that a handler threw, for whoever watches requests. */
  failure: Error | null;
}

type Env = { Bindings: Errand };

/** A Hono application that answers for one product. */
export function createProductApp(product: Product, context: ApiContext): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const caller = callerOf(c.req.header('Authorization'), context.store);
    if (caller !== null && mayAsk(caller, product.host, c.req.path)) return next();
    return toResponse(unauthenticated());
  });
  for (const route of product.routes) {
    app.on(route.method, toPattern(route.path), async (c) =>
      toResponse(await answerRoute(c, product, route, context)),
    );
  }
  // Whatever reaches these has the path of a route but not its method.
  for (const route of product.routes) app.all(toPattern(route.path), () => toResponse(methodNotAllowed()));
  app.notFound((c) => toResponse(notFound(c.req)));
  app.onError((error, c) => {
    c.env.failure = error;
    return toResponse(internalError());
  });
  return app;
}

/** An answer as HTTP. */
export function toResponse(answer: Answer): Response {
  if (answer.body === null) return new Response(null, { status: answer.status });
  const headers = { ...answer.headers, 'Content-Type': 'application/json' };
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

/** `{Sid}.json` of the 2010 API ends in a literal suffix, which Hono needs as a regular expression. */
function toPattern(path: string): string {
  return path.replace(/\{(\w+)\}\.json$/, ':$1{[^/]+\\.json}').replace(/\{(\w+)\}/g, ':$1');
}

async function answerRoute(
  c: Context<Env>,
  product: Product,
  route: Route,
  context: ApiContext,
): Promise<Answer> {
  const request = await toApiRequest(c, product, route);
  const missing = (route.required ?? []).find((name) => request.form.text(name) === '');
  if (missing !== undefined) return missingParameter(missing, product.missingParameterCode);
  return route.handle(request, context);
}

async function toApiRequest(c: Context<Env>, product: Product, route: Route): Promise<ApiRequest> {
  return {
    ...(await readBody(c.req.raw)),
    host: product.host,
    method: c.req.method,
    path: c.req.path,
    param: (name) => paramOf(c, route, name),
    query: decodeParameters(new URL(c.req.url).search),
    header: (name) => c.req.header(name),
    whenAnswered: (action) => c.env.afterwards.push(action),
  };
}

function paramOf(c: Context<Env>, route: Route, name: string): string {
  const value = c.req.param(name);
  if (value === undefined)
    throw new Error(`Cannot read "${name}": the route "${route.path}" has no such segment`);
  return route.path.endsWith(`{${name}}.json`) ? value.replace(/\.json$/, '') : value;
}
