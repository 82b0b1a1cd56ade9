import { readFile } from 'node:fs/promises';

import { ConfigurationError } from '../command-line/configuration-error';

/** Levels of lists and objects in one another; no flow has ten, and what reads flows goes down level by level. */
const MAXIMUM_DEPTH = 200;

/** A file with JSON in it, and its text. */
export interface JsonFile {
  readonly text: string;
  readonly json: unknown;
}

/**
 * Reads a file that should hold a flow definition as JSON; a byte order mark, which some editors write, does not count. Throws
 * `unreadable-file` when there is no such file, no JSON in it, or JSON that nobody exported.
 */
export async function readJsonFile(file: string): Promise<JsonFile> {
  const text = await readText(file);
  if (depthOf(text) > MAXIMUM_DEPTH)
    throw unreadable(file, `it is nested more than ${String(MAXIMUM_DEPTH)} levels deep, which no flow is`);
  try {
    return { text, json: JSON.parse(text) as unknown };
  } catch {
    throw unreadable(file, 'it is not JSON; export it again (Show Flow JSON)');
  }
}

async function readText(file: string): Promise<string> {
  try {
    const text = await readFile(file, 'utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    // Whether there is such a file is a question of how the command was called.
    throw unreadable(file, 'name a file with a flow definition');
  }
}

function unreadable(file: string, mend: string): ConfigurationError {
  return new ConfigurationError('unreadable-file', `Cannot read the flow "${file}": ${mend}.`);
}

/** How deep brackets go outside texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
