import type { Hono } from 'hono';
import type { Faults } from '../simulate/faults';
import { readFault } from '../simulate/read-fault';
import type { Errand } from './product-app';

const PATH = '/_local/faults';

/**
 * Faults from outside the process, for other people's clients and for `npm start`: POST switches one on, DELETE all off. The body of
 * a POST is a `Fault` as JSON.
 */
export function addFaultRoutes(app: Hono<{ Bindings: Errand }>, faults: Faults): void {
  app.post(PATH, async (c) => {
    const json: unknown = await c.req.json().catch(() => undefined);
    const reading = readFault(json);
    if (reading.kind === 'problem') return c.json({ message: reading.problem }, 400);
    faults.add(reading.fault);
    return c.json({ status: 'on' }, 201);
  });
  app.delete(PATH, (c) => {
    faults.clear();
    return c.json({ status: 'off' });
  });
}
