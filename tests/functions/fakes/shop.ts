import { compileFunction } from 'node:vm';

import { ModuleKind, transpileModule } from 'typescript';

/** What a browser brings to the application. */
export interface ShopRequest {
  /** Name of the user whose cookie it shows; nobody is signed in without one. */
  readonly user?: { readonly id: string };
  readonly body: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** What it gets. */
export interface ShopAnswer {
  readonly status: number;
  readonly location?: string;
}

/** An application with an in-memory database, run from the code of a document. */
export interface Shop {
  readonly ask: (route: string, request?: Partial<ShopRequest>) => Promise<ShopAnswer>;
  readonly users: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly sessions: ReadonlyMap<string, StoredSession>;
}

interface StoredSession {
  readonly id: string;
  readonly userId: string;
}

type Responder = ReturnType<typeof responder>;
type Step = (request: ShopRequest, response: Responder, next: () => void) => unknown;

/** Runs code that registers routes with `app`, as Express has them. `known` is what it finds besides `app`, `db` and `signedIn`. */
export function createShop(code: string, modules: object, known: Readonly<Record<string, unknown>>): Shop {
  const routes = new Map<string, readonly Step[]>();
  const users = new Map<string, Readonly<Record<string, unknown>>>();
  const sessions = new Map<string, StoredSession>();
  const all: Readonly<Record<string, unknown>> = {
    app: routesInto(routes),
    db: databaseOf(users, sessions),
    signedIn: ((request, response, next) =>
      request.user === undefined ? response.sendStatus(401) : next()) satisfies Step,
    require: (name: string): unknown => Reflect.get(modules, name),
    exports: {},
    ...known,
  };
  const { outputText } = transpileModule(code, { compilerOptions: { module: ModuleKind.CommonJS } });
  Reflect.apply(compileFunction(outputText, Object.keys(all)), undefined, Object.values(all));
  return { users, sessions, ask: (route, request = {}) => walk(routes.get(route), request) };
}

function routesInto(routes: Map<string, readonly Step[]>) {
  const add =
    (method: string) =>
    (path: string, ...steps: readonly Step[]): void =>
      void routes.set(`${method} ${path}`, steps);
  return { get: add('GET'), post: add('POST') };
}

function databaseOf(
  users: Map<string, Readonly<Record<string, unknown>>>,
  sessions: Map<string, StoredSession>,
) {
  return {
    users: {
      update: async (id: string, fields: object) => void users.set(id, { ...users.get(id), ...fields }),
    },
    sessions: {
      insert: async (session: StoredSession) => void sessions.set(session.id, session),
      find: async (id: string) => sessions.get(id),
      remove: async (id: string) => sessions.delete(id),
    },
  };
}

/** One step after the other, as long as each calls the next; one that fails is answered with 500, as Express 5 does. */
async function walk(steps: readonly Step[] | undefined, request: Partial<ShopRequest>): Promise<ShopAnswer> {
  const answers: ShopAnswer[] = [];
  try {
    await step(steps ?? [], { body: {}, query: {}, ...request }, responder(answers));
  } catch {
    return { status: 500 };
  }
  return answers[0] ?? { status: 404 };
}

async function step(
  [first, ...rest]: readonly Step[],
  request: ShopRequest,
  response: Responder,
): Promise<void> {
  if (first === undefined) return;
  const passed = { isPassed: false };
  const pass = (): void => void (passed.isPassed = true);
  await first(request, response, pass);
  if (passed.isPassed) await step(rest, request, response);
}

function responder(answers: ShopAnswer[]) {
  return {
    sendStatus: (status: number): void => void answers.push({ status }),
    redirect: (status: number, location: string): void => void answers.push({ status, location }),
  };
}
