import type { FunctionsHost } from '../runtime/functions-host';
import type { Faults } from '../simulate/faults';
import { notFound } from './answers';
import type { ApiContext } from './context';
import { askFunctionsHost } from './functions-domain';
import { createLocalApp } from './local-routes';
import { createProductApp, type Errand, toResponse } from './product-app';
import { products } from './products';

/** Answers for one host name. */
export type HostApp = (request: Request, errand: Errand) => Response | Promise<Response>;

/** Who answers for a host name; a name nobody has gets an application that finds nothing. */
export function createHostApps(
  context: ApiContext,
  faults: Faults,
  functionsHost?: FunctionsHost,
): (host: string) => HostApp {
  const apps = new Map<string, HostApp>();
  for (const product of products) apps.set(product.host, createProductApp(product, context).fetch);
  const local = createLocalApp(context, faults, functionsHost);
  for (const name of ['127.0.0.1', 'localhost']) apps.set(name, local.fetch);
  return (host) => {
    const app = apps.get(host);
    if (app !== undefined) return app;
    if (functionsHost?.domains().includes(host))
      return (request) => askFunctionsHost(functionsHost, host, request);
    return (request) => toResponse(notFound({ path: new URL(request.url).pathname }));
  };
}
