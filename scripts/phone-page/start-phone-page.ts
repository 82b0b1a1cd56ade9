import { randomBytes } from 'node:crypto';

import { assertNever } from '../../studio/model/assert-never';
import type { LocalTwilio } from '../emulator/local-twilio';
import type { PageCommand } from './model/command';
import type { PageChange } from './model/page-change';
import type { PageState, Setting } from './model/page-state';
import { createWorkbench, type Workbench } from './server/breakages';
import { bundleClient } from './server/bundle-client';
import { createDesk, type Desk } from './server/desk';
import { createFeed } from './server/feed';
import { drawCallFlows, placesOf } from './server/flow-picture';
import { followAccount } from './server/follow-account';
import { isSameClock, skip, viewOfClock } from './server/follow-clock';
import { listen } from './server/listen';
import { createPageApp } from './server/page-app';
import type { WatchedCalls } from './server/watch-calls';

/** Where the page runs and what it shows. */
export interface PhonePageOptions {
  readonly local: Omit<LocalTwilio, 'dial' | 'client'>;
  /** Calls of the page go out here, and calls of others are heard of here. */
  readonly calls: WatchedCalls;
  readonly setting: Setting;
  /** Port on 127.0.0.1; a free one by default. */
  readonly port?: number;
}

/** A page that can be opened. */
export interface PhonePage {
  /** `http://127.0.0.1:4040` */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves the phone page on loopback until it is stopped. Throws `EADDRINUSE`, as Node does, when something else has the
 * port.
 */
export async function startPhonePage(options: PhonePageOptions): Promise<PhonePage> {
  const { local, calls, setting } = options;
  const { store, clock } = local;
  const client = await bundleClient();
  const workbench = createWorkbench(local);
  const token = randomBytes(24).toString('base64url');
  const feed = createFeed(randomBytes(6).toString('hex'), startOf(options, workbench));
  const look = createClockWatch(clock, feed.tell, () => feed.state().clock);
  const tell = (change: PageChange): void => {
    feed.tell(change);
    look();
  };
  const desk = createDesk({
    now: clock.now,
    tell,
    locate: (number, widget) => placesOf(store, number, widget),
  });
  const stops = [calls.onCall(desk.take), followAccount(local, tell)];
  let port = 0;
  const app = createPageApp({
    guard: { port: () => port, token },
    client,
    feed,
    drawing: () => drawCallFlows(store, setting.ivrNumber),
    obey: async (command) => {
      const problem = await obey(command, { options, desk, workbench, tell });
      look();
      return problem;
    },
  });
  const server = await listen(app.fetch, options.port ?? 0);
  port = server.port;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      stops.forEach((stop) => stop());
      await server.close();
    },
  };
}

function startOf({ local, setting }: PhonePageOptions, workbench: Workbench): PageState {
  return {
    setting,
    clock: viewOfClock(local.clock),
    call: null,
    messages: [],
    log: [],
    breakages: workbench.view(),
    flowsVersion: 0,
  };
}

/** Tells of the clock once whatever happened is over: what it waits for next is known only then. */
function createClockWatch(
  clock: LocalTwilio['clock'],
  tell: (change: PageChange) => void,
  told: () => PageState['clock'],
): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      const view = viewOfClock(clock);
      if (!isSameClock(view, told())) tell({ kind: 'clock', clock: view });
    });
  };
}

interface Obeying {
  readonly options: PhonePageOptions;
  readonly desk: Desk;
  readonly workbench: Workbench;
  readonly tell: (change: PageChange) => void;
}

async function obey(
  command: PageCommand,
  { options, desk, workbench, tell }: Obeying,
): Promise<string | null> {
  switch (command.kind) {
    case 'dial': {
      if (desk.isOnCall()) return 'A call is under way: hang up first.';
      const result = options.calls.dial(command);
      return result.ok ? null : `${result.problem}.`;
    }
    case 'press':
      desk.press(command.keys);
      return null;
    case 'hang-up':
      desk.hangUp();
      return null;
    case 'skip':
      await skip(options.local.clock, command.milliseconds);
      return null;
    case 'break':
      if (!workbench.set(command.id, command.isOn)) return 'There is no such thing to break.';
      tell({ kind: 'breakages', breakages: workbench.view() });
      return null;
    default:
      return assertNever(command);
  }
}
