import { askSession, heading, newBrowser, open, sessionFor, submit } from './web-world';
import type { FakeBrowser, WebWorld } from './web-world';

/** The number of everybody in these tests, as it is typed. */
export const NUMBER = { country: 'US', number: '(415) 555-0100' };

/** Somebody who was sent a code. */
export interface Person {
  readonly browser: FakeBrowser;
  readonly token: string;
  readonly sessionId: string;
}

/** Opens a session for a user and goes as far as the page for the code. */
export async function atCode(world: WebWorld, userId = 'user-1', typed = NUMBER): Promise<Person> {
  const browser = newBrowser();
  const session = await sessionFor(world, userId);
  await open(world, browser, session.token);
  const page = await submit(world, browser, 'number', typed);
  if (heading(page) !== 'Enter the code') throw new Error(`The number was refused: ${heading(page)}`);
  return { browser, ...session };
}

/** What the application is told of a user. */
export async function isConfirmed(world: WebWorld, userId: string): Promise<unknown> {
  return (await askSession(world, { userId }, {}, false)).body['phoneNumberConfirmed'];
}
