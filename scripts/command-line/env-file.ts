/** A line that cannot be read. `sentence` never shows the line's value: it may be a secret. */
export interface EnvFileProblem {
  /** 1 and up. */
  readonly line: number;
  readonly sentence: string;
}

/** What an environment file says, or all that is wrong with it. */
export type EnvFile =
  | { readonly kind: 'variables'; readonly variables: Readonly<Record<string, string>> }
  | { readonly kind: 'problems'; readonly problems: readonly EnvFileProblem[] };

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;

/**
 * Reads `NAME=value` lines as twilio-run does (it uses dotenv 6.2.0: no `export`, no comments behind a value, no values
 * over several lines), but refuses what dotenv would silently drop or misread, so that both always see the same values.
 * https://github.com/motdotla/dotenv/blob/v6.2.0/README.md#rules
 */
export function parseEnvFile(text: string): EnvFile {
  const variables: Record<string, string> = {};
  const lineOf = new Map<string, number>();
  const problems: EnvFileProblem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  lines.forEach((raw, index) => {
    const line = index + 1;
    const reading = readLine(raw.trim(), lineOf);
    if (reading === null) return;
    if (typeof reading === 'string') {
      problems.push({ line, sentence: reading });
      return;
    }
    lineOf.set(reading.name, line);
    variables[reading.name] = reading.value;
  });
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'variables', variables };
}

/** A complaint, an assignment, or null for a line without either. */
function readLine(
  line: string,
  lineOf: ReadonlyMap<string, number>,
): string | { name: string; value: string } | null {
  if (line === '' || line.startsWith('#')) return null;
  if (/^export\s/.test(line)) return 'starts with "export", which is for shells: write NAME=value.';
  const [, name, rest] = ASSIGNMENT.exec(line) ?? [];
  if (name === undefined || rest === undefined)
    return 'is no assignment: write NAME=value, or # before a comment.';
  const earlier = lineOf.get(name);
  if (earlier !== undefined) return `sets ${name} again, after line ${String(earlier)}: keep one of them.`;
  const value = readValue(name, rest);
  return typeof value === 'string' ? value : { name, value: value.value };
}

function readValue(name: string, rest: string): string | { readonly value: string } {
  const quote = /^["']/.exec(rest)?.[0];
  if (quote === undefined) {
    if (/\s#/.test(rest)) return `has a comment behind the value of ${name}: put it on a line of its own.`;
    return { value: rest };
  }
  if (rest.length < 2 || !rest.endsWith(quote)) {
    return `opens a quote for the value of ${name} that does not close at the end of the line.`;
  }
  const inner = rest.slice(1, -1);
  return { value: quote === '"' ? inner.replace(/\\n/g, '\n') : inner };
}
