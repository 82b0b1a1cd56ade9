import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Where Debian and its like have it. */
const SYSTEM = '/usr/bin/chromium';

/**
 * A headless Chromium: the one that CHROMIUM names, the system's, or the one of `@sparticuz/chromium`, which unpacks itself into the
 * folder for temporary files at first. Close it when all is done. Throws when the one that was named is not there.
 */
export async function launchBrowser(named = process.env['CHROMIUM'], system = SYSTEM): Promise<Browser> {
  const executablePath = await findProgram(named, system);
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}

/**
 * The flags that come with the packaged one are for a function that renders one page: one process for everything, which one
 * crash ends, and no web security, which a test of pages must have. None is needed here.
 */
async function findProgram(named: string | undefined, system: string): Promise<string> {
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`Cannot start the browser "${named}" that CHROMIUM names: there is no such file.`);
  }
  if (existsSync(system)) return system;
  const packaged = (await import('@sparticuz/chromium')).default;
  return packaged.executablePath();
}
