import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Where Debian and its like have it. */
const SYSTEM = '/usr/bin/chromium';

/** What a browser is started with. */
interface Program {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/**
 * A headless Chromium: the one that CHROMIUM names, the system's, or the one of `@sparticuz/chromium`, which unpacks itself into the
 * folder for temporary files at first. Close it when all is done. Throws when the one that was named is not there.
 */
export async function launchBrowser(named = process.env['CHROMIUM'], system = SYSTEM): Promise<Browser> {
  const { executablePath, args } = await findProgram(named, system);
  const ours = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
  return chromium.launch({ executablePath, args: [...args, ...ours] });
}

async function findProgram(named: string | undefined, system: string): Promise<Program> {
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return { executablePath: named, args: [] };
    throw new Error(`Cannot start the browser "${named}" that CHROMIUM names: there is no such file.`);
  }
  if (existsSync(system)) return { executablePath: system, args: [] };
  const packaged = (await import('@sparticuz/chromium')).default;
  return { executablePath: await packaged.executablePath(), args: packaged.args };
}
