import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

import { LocalDevelopmentServer } from '@twilio/runtime-handler/dev';

import type { Route } from './routes';
import type { WorkerStart } from './worker-messages';

/**
 * Twilio's own runtime handler for an environment, in this very process: nothing is forked and nothing is loaded twice,
 * so a request costs a fraction of a millisecond. Its route table is global, so a process can hold one environment only.
 */
export function createFunctionsApp(start: WorkerStart): RequestListener {
  const of = (kind: Route['kind']) => start.routes.filter((route) => route.kind === kind).map(toResource);
  const server = new LocalDevelopmentServer(0, {
    baseDir: start.directory,
    env: start.variables,
    port: 0,
    url: `https://${start.domain}`,
    routes: { functions: of('function'), assets: of('asset') },
    appName: 'local-twilio',
    detailedLogs: false,
    enableDebugLogs: false,
    forkProcess: false,
    legacyMode: false,
    live: false,
    logs: false,
  });
  for (const route of start.routes) if (route.kind === 'function') loadFunction(route.file);
  return server.getApp();
}

/** Listens on a free port of the loopback interface. Connections stay open: their only client is the parent. */
export function listenOnLoopback(listener: RequestListener): Promise<number> {
  const server: Server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, listener);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** The deployed path alone decides what a resource is called; contents are on disk. */
function toResource(route: Route): Resource {
  return { access: route.access, content: '', filePath: route.file, name: route.path, path: route.path };
}

interface Resource {
  readonly access: Route['access'];
  readonly content: string;
  readonly filePath: string;
  readonly name: string;
  readonly path: string;
}

/**
 * Loads a function ahead of its first request, and puts a handler in its place that reports a rejected promise like a
 * thrown error: without forks the runtime handler leaves it to Node, which ends the process. What cannot be loaded is left
 * for the first request to complain about.
 */
function loadFunction(file: string): void {
  const load = createRequire(file);
  try {
    const exported: unknown = load(file);
    const handler: unknown = Reflect.get(Object(exported), 'handler');
    const loaded = load.cache[load.resolve(file)];
    if (typeof handler !== 'function' || loaded === undefined) return;
    loaded.exports = Object.assign({}, exported, { handler: answeringOnce(handler) });
  } catch (error) {
    console.error(error);
  }
}

/** An invocation ends with its first answer; on Twilio nothing that comes later is heard. */
function answeringOnce(handler: object) {
  return (context: unknown, event: unknown, callback: (...results: unknown[]) => void): void => {
    let isAnswered = false;
    const answer = (...results: unknown[]): void => {
      if (isAnswered) return;
      isAnswered = true;
      callback(...results);
    };
    const result: unknown = Reflect.apply(handler as () => unknown, undefined, [context, event, answer]);
    if (result instanceof Promise) result.catch(answer);
  };
}
