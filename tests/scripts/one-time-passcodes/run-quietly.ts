import type { Subcommand } from '../../../scripts/command-line/subcommands';

/** Runs a subcommand in this process, and keeps what it writes. */
export async function runQuietly(
  { run }: Subcommand,
  argv: readonly string[],
): Promise<{ readonly code: number; readonly stdout: string }> {
  let stdout = '';
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  const error = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    return { code: await run({ argv, signal: new AbortController().signal }), stdout };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}
