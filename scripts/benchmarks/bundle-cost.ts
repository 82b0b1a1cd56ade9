import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { buildProject } from '../bundling/build-project';
import type { Figure } from './figure';
import { percentile } from './figure';

const run = promisify(execFile);

/** Processes per bundle: each loads it once, as a cold start does. */
const COLD_STARTS = 7;

/**
 * Kilobytes, by folder. Most of it is libphonenumber's numbering plans (121 with the code that reads them); signing a proof
 * with jose is another 15, and pages have words in four languages.
 */
const MOST: Readonly<Record<string, number>> = { functions: 150, 'functions/otp': 180, 'functions/web': 230 };

/** Size and load time of each function's bundle. The SDK stays outside of both: the platform has it anyway. */
export async function bundleCost(projectDirectory: string): Promise<Figure[]> {
  const outputDirectory = path.join(projectDirectory, 'dist');
  const build = await buildProject({ rootDirectory: projectDirectory, outputDirectory });
  if (build.status === 'failed') throw new Error(build.problems.join('; '));
  const bundles = build.files.filter((file) => file.path.startsWith('functions/'));
  const figures: Figure[] = [];
  for (const { path: file, bytes } of bundles) {
    const name = file.replace(/^functions\/|(?:\.protected)?\.js$/g, '');
    const milliseconds = await loadTime(path.join(outputDirectory, file));
    const atMost = MOST[path.dirname(file)] ?? 0;
    figures.push({ name: `${name} bundle`, value: bytes / 1000, unit: 'kB', aim: { atMost } });
    figures.push({ name: `${name} load, median`, value: milliseconds, unit: 'ms', aim: { atMost: 20 } });
  }
  return figures;
}

async function loadTime(file: string): Promise<number> {
  const program = `
    globalThis.Twilio = require('twilio');
    const began = performance.now();
    require(${JSON.stringify(file)});
    console.log(performance.now() - began);`;
  const times: number[] = [];
  for (let start = 0; start < COLD_STARTS; start += 1) {
    const { stdout } = await run(process.execPath, ['-e', program], { cwd: path.dirname(file) });
    times.push(Number(stdout));
  }
  return percentile(times, 0.5);
}
