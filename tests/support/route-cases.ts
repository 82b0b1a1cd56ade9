import type { Product, Route } from '../../scripts/emulator/api/product';
import { type LocalTwilio, startLocalTwilio } from './local-twilio';
import { documentOf, findOperation } from './openapi-document';

/** Uses one route through the SDK and says what it is for; what came before it in the case is preparation. */
export type RouteCase = (twilio: LocalTwilio) => Promise<void>;

/** `POST /v2/Services` */
function nameOf(route: Pick<Route, 'method' | 'path'>): string {
  return `${route.method} ${route.path}`;
}

/**
 * Walks the routes of a product: each has a case, each case gets a good answer from its route, and every exchange is
 * as Twilio's OpenAPI document says. A route without a case, and a case without a route, are failures.
 */
export function testRoutes(product: Product, cases: Readonly<Record<string, RouteCase>>): void {
  const names = product.routes.map(nameOf);

  test('has exactly one case for each route', () => {
    expect(Object.keys(cases).sort()).toEqual([...names].sort());
  });

  test.each(names)('%s answers the SDK as Twilio does', async (name) => {
    const twilio = await startLocalTwilio();
    await cases[name]?.(twilio);
    await twilio.stop();
    const good = twilio.exchanges.filter(
      (exchange) => exchange.status < 300 && exchange.host === product.host,
    );
    expect(good.map(operationName)).toContain(name);
  });
}

function operationName({ host, method, path }: { host: string; method: string; path: string }): string {
  return `${method} ${findOperation(documentOf(host), method, path)?.path ?? path}`;
}
