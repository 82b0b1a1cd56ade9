import { createRequire } from 'node:module';

import type * as LaunchBrowser from './launch-browser';
import type { LocalPages } from './local-pages';
import { openLocalPages } from './local-pages';
import { walk } from './walk';
import type { Walk } from './walk';

/** How a walk is shown. */
export interface ShowOptions {
  readonly projectDirectory: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly print: (...lines: readonly string[]) => void;
}

/** `npm run demo -- --web`: builds, deploys, walks the pages in a headless browser, prints the claims of the proof. */
export async function showWalk({ projectDirectory, variables, signal, print }: ShowOptions): Promise<Walk> {
  print('', '  A person confirms a number in a browser, on a local Twilio: no account, no network', '');
  const pages = await openLocalPages({ projectDirectory, variables });
  try {
    signal.throwIfAborted();
    const result = await walkIn(pages, (step) => print(`  ${step}`));
    const claims = Object.entries(result.claims ?? {}).map(
      ([name, value]) => `    ${name}: ${JSON.stringify(value)}`,
    );
    print('', '  The proof token says:', ...claims, '');
    return result;
  } finally {
    await pages.stop();
  }
}

/** A browser takes longer to load than everything else: only when it is asked for. */
async function walkIn(pages: LocalPages, tell: (step: string) => void): Promise<Walk> {
  const { launchBrowser } = createRequire(__filename)('./launch-browser') as typeof LaunchBrowser;
  const browser = await launchBrowser();
  try {
    return await walk(pages, browser, tell);
  } finally {
    await browser.close();
  }
}
