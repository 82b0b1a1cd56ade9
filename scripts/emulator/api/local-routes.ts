import { Hono } from 'hono';
import type { ApiContext } from './context';
import type { Errand } from './product-app';

/**
 * What only the local Twilio has, for tests and tools, on its own address: `/_local/health`, and the messages that
 * a number received, codes included, newest first, at `/_local/inbox/{number}`. No credentials: it is on loopback.
 */
export function createLocalApp(context: ApiContext): Hono<{ Bindings: Errand }> {
  const app = new Hono<{ Bindings: Errand }>();
  app.get('/_local/health', (c) => c.json({ status: 'ok', accountSid: context.store.account.sid }));
  app.get('/_local/inbox/:number', (c) =>
    c.json({ messages: context.inbox.messagesTo(c.req.param('number')) }),
  );
  app.notFound((c) => c.json({ message: `Nothing is at ${c.req.path}` }, 404));
  return app;
}
