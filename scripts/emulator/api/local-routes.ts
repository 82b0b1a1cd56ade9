import { Hono } from 'hono';
import type { FunctionsHost } from '../runtime/functions-host';
import type { ApiContext } from './context';
import type { Faults } from '../simulate/faults';
import { askFunctionsHost } from './functions-domain';
import { addFaultRoutes } from './local-faults';
import type { Errand } from './product-app';

/**
 * What only the local Twilio has, for tests and tools, on its own address: `/_local/health`, and the messages that
 * a number received, codes included, newest first, at `/_local/inbox/{number}`, and faults to switch on at `/_local/faults`.
 * No credentials: it is on loopback.
 *
 * Every other path leads to the functions of the one environment that is deployed, so that programs without a way to
 * lead `….twil.io` here, `curl` and browsers among them, reach them by plain http. With several there is no such way.
 */
export function createLocalApp(
  context: ApiContext,
  faults: Faults,
  functionsHost?: FunctionsHost,
): Hono<{ Bindings: Errand }> {
  const app = new Hono<{ Bindings: Errand }>();
  app.get('/_local/health', (c) => c.json({ status: 'ok', accountSid: context.store.account.sid }));
  app.get('/_local/inbox/:number', (c) =>
    c.json({ messages: context.inbox.messagesTo(c.req.param('number')) }),
  );
  addFaultRoutes(app, faults);
  app.notFound((c) => {
    const [domain, ...others] = functionsHost?.domains() ?? [];
    if (functionsHost === undefined || domain === undefined || others.length > 0)
      return c.json({ message: `Nothing is at ${c.req.path}` }, 404);
    return askFunctionsHost(functionsHost, domain, c.req.raw);
  });
  return app;
}
