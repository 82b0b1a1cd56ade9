/** A fenced block of a document. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** Every fenced block of a document, in order. */
export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

/** What `curl` would send. Without a body it is a GET. */
export interface CurlRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Reads the one `curl` of a line as a shell does, as far as our documents go: quotes, escapes, `$NAME`, and `-s`, `-H`, `-d`. */
export function readCurl(line: string, variables: Readonly<Record<string, string>>): CurlRequest {
  const [words = ''] = /curl .*?(?= \||$)/.exec(line) ?? [];
  const parts = [...words.matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, literal, quoted, bare]) => literal ?? expand(quoted ?? bare ?? '', variables),
  );
  const valuesOf = (flag: string): string[] =>
    parts.flatMap((part, at) => (parts[at - 1] === flag ? [part] : []));
  const headers = valuesOf('-H').map((header) => /^([^:]+): *(.*)$/.exec(header)?.slice(1) ?? []);
  const [body] = valuesOf('-d');
  return {
    url: parts.find((part) => part.startsWith('http')) ?? '',
    headers: Object.fromEntries(headers.map(([name = '', value = '']) => [name, value])),
    ...(body === undefined ? {} : { body }),
  };
}

function expand(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\\(.)|\$(\w+)/g, (_whole, escaped: string | undefined, name: string | undefined) =>
    escaped === undefined ? (variables[name ?? ''] ?? '') : escaped,
  );
}
