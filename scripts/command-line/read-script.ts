import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

import { ConfigurationError } from './configuration-error';

/** A call script, for those who gave something else. */
const CALL_SCRIPT = '{"from": "+14155550100", "steps": [{"presses": "{code}#"}]}';

/**
 * Reads the JSON of `--script`: a file, or standard input for `-`. Throws `unreadable-script` with the file's name when
 * it cannot be read or is no JSON; `example` is what the script should look like.
 */
export async function readScript(file: string, example = CALL_SCRIPT): Promise<unknown> {
  const name = file === '-' ? 'standard input' : `"${file}"`;
  const content = await readText(file, name);
  try {
    const json: unknown = JSON.parse(content);
    return json;
  } catch {
    throw new ConfigurationError(
      'unreadable-script',
      `Cannot read the script from ${name}: it is not JSON; a script looks like ${example}.`,
    );
  }
}

async function readText(file: string, name: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new ConfigurationError(
      'unreadable-script',
      `Cannot read the script from ${name}: name a readable file after --script, or - for standard input.`,
    );
  }
}
