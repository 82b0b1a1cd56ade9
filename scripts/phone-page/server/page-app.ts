import { Hono } from 'hono';

import type { PageCommand } from '../model/command';
import { readCommand } from '../model/command';
import type { ClientBundle } from './bundle-client';
import { eventStream } from './event-stream';
import type { Feed } from './feed';
import type { Guard } from './guard';
import { createGuard, SAFE_HEADERS } from './guard';
import { ICON, pageHtml } from './page-html';

/** What the page's routes answer from. */
export interface PageParts {
  readonly guard: Guard;
  readonly client: ClientBundle;
  readonly feed: Feed;
  /** The flows as an SVG; null when there are none yet. */
  readonly drawing: () => string | null;
  /** Does what a person asks for; the answer says why not, null: it is done. */
  readonly obey: (command: PageCommand) => Promise<string | null>;
}

/** The page, its stream of events, its picture of the flows, and one door for commands. */
export function createPageApp({ guard, client, feed, drawing, obey }: PageParts): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SAFE_HEADERS)) c.res.headers.set(name, value);
  });
  app.use(createGuard(guard));
  const serve = (path: string, type: string, text: () => string): void => {
    app.get(path, (c) => c.body(text(), 200, { 'content-type': type }));
  };
  serve('/', 'text/html; charset=utf-8', () => pageHtml(guard.token));
  serve('/page.js', 'text/javascript; charset=utf-8', () => client.script);
  serve('/page.css', 'text/css; charset=utf-8', () => client.style);
  serve('/icon.svg', 'image/svg+xml', () => ICON);
  app.get('/flows.svg', (c) => {
    const svg = drawing();
    return svg === null ? c.notFound() : c.body(svg, 200, { 'content-type': 'image/svg+xml' });
  });
  app.get('/events', (c) => {
    const lastId = c.req.header('last-event-id') ?? null;
    return c.body(eventStream(feed, lastId), 200, { 'content-type': 'text/event-stream' });
  });
  app.post('/commands', async (c) => {
    const command = readCommand(await c.req.json().catch(() => undefined));
    if (command === undefined) return c.json({ problem: 'That is no command of this page.' }, 400);
    const problem = await obey(command);
    return c.json({ problem });
  });
  return app;
}
