/**
 * What stands in a shipped flow where an account's own SIDs and URLs go. Written as a whole string value, never
 * inside other text: `${FUNCTION_URL:/start-verify}`. Liquid does not touch it, and no SID, URL or spoken text looks
 * like it.
 *
 * - `FUNCTION_URL:/path` and `FUNCTION_SID:/path`: the function that is served at the path;
 * - `SERVICE_SID` and `ENVIRONMENT_SID`: the Serverless service and environment that all functions are in;
 * - `FLOW_SID:name`: the flow in `studio/flows/name.json`;
 * - `FLOW_REVISION:name`: the number of that flow's revision, as the `flow_revision` beside its SID.
 */
export type Placeholder =
  | { readonly kind: 'FUNCTION_URL' | 'FUNCTION_SID'; readonly path: string }
  | { readonly kind: 'SERVICE_SID' | 'ENVIRONMENT_SID' }
  | { readonly kind: 'FLOW_SID' | 'FLOW_REVISION'; readonly flow: string };

const PATTERN = /^\$\{([A-Z_]+)(?::([^{}]+))?\}$/;

/** Whether a text has anything in it that looks like a placeholder, known or not, whole or not. */
export function mentionsPlaceholder(text: string): boolean {
  return /\$\{[A-Z_]+(?::[^{}]*)?\}/.test(text);
}

/** Reads a placeholder; undefined when the text is not exactly one of the six kinds. */
export function parsePlaceholder(text: string): Placeholder | undefined {
  const [, kind, argument] = PATTERN.exec(text) ?? [];
  switch (kind) {
    case 'FUNCTION_URL':
    case 'FUNCTION_SID':
      return argument?.startsWith('/') ? { kind, path: argument } : undefined;
    case 'SERVICE_SID':
    case 'ENVIRONMENT_SID':
      return argument === undefined ? { kind } : undefined;
    case 'FLOW_SID':
    case 'FLOW_REVISION':
      return argument === undefined ? undefined : { kind, flow: argument };
    default:
      return undefined;
  }
}

/** Writes a placeholder: the inverse of `parsePlaceholder`. */
export function formatPlaceholder(placeholder: Placeholder): string {
  if ('path' in placeholder) return `\${${placeholder.kind}:${placeholder.path}}`;
  if ('flow' in placeholder) return `\${${placeholder.kind}:${placeholder.flow}}`;
  return `\${${placeholder.kind}}`;
}
