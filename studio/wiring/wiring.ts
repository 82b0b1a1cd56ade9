import { assertNever } from '../model/assert-never';
import { formatPlaceholder } from './placeholder';
import type { Placeholder } from './placeholder';

/**
 * The SIDs and URLs of one account and environment. What is not known yet is left out; `wireFlow` reports it only
 * where a flow asks for it. No two entries may share a value, or `unwireFlow` could not tell them apart.
 */
export interface Wiring {
  /** ZS… */
  readonly serviceSid?: string;
  /** ZE… */
  readonly environmentSid?: string;
  /** By path, with its slash: `/start-verify`. */
  readonly functions: Readonly<Record<string, WiredFunction>>;
  /** Flow SIDs (FW…) by file name without `.json`: `verify-subflow`. */
  readonly flows: Readonly<Record<string, string>>;
  /** Numbers of published revisions, as text, by file name without `.json`; none is known when left out. */
  readonly flowRevisions?: Readonly<Record<string, string>>;
}

/** A deployed function. */
export interface WiredFunction {
  /** ZH… */
  readonly sid: string;
  /** Absolute, with its host: `https://verify-1234-dev.twil.io/start-verify`. */
  readonly url: string;
}

/** What a placeholder stands for, or undefined when the wiring does not know. */
export function valueOf(placeholder: Placeholder, wiring: Wiring): string | undefined {
  switch (placeholder.kind) {
    case 'FUNCTION_URL':
      return own(wiring.functions, placeholder.path)?.url;
    case 'FUNCTION_SID':
      return own(wiring.functions, placeholder.path)?.sid;
    case 'SERVICE_SID':
      return wiring.serviceSid;
    case 'ENVIRONMENT_SID':
      return wiring.environmentSid;
    case 'FLOW_SID':
      return own(wiring.flows, placeholder.flow);
    case 'FLOW_REVISION':
      return own(wiring.flowRevisions ?? {}, placeholder.flow);
    default:
      return assertNever(placeholder);
  }
}

/** Why a placeholder has no value, as the end of a sentence: `no function at "/start-verify"`. */
export function describeMissing(placeholder: Placeholder): string {
  switch (placeholder.kind) {
    case 'FUNCTION_URL':
    case 'FUNCTION_SID':
      return `no function at "${placeholder.path}"`;
    case 'SERVICE_SID':
      return 'no Serverless service is known';
    case 'ENVIRONMENT_SID':
      return 'no Serverless environment is known';
    case 'FLOW_SID':
      return `no flow named "${placeholder.flow}"`;
    case 'FLOW_REVISION':
      return `no revision of a flow named "${placeholder.flow}"`;
    default:
      return assertNever(placeholder);
  }
}

/**
 * Every value of a wiring with the placeholder that stands for it. Revisions are left out: a bare number says nothing of
 * what it counts.
 */
export function placeholdersByValue(wiring: Wiring): ReadonlyMap<string, string> {
  const placeholders: Placeholder[] = [
    { kind: 'SERVICE_SID' },
    { kind: 'ENVIRONMENT_SID' },
    ...Object.keys(wiring.functions).flatMap((path): Placeholder[] => [
      { kind: 'FUNCTION_URL', path },
      { kind: 'FUNCTION_SID', path },
    ]),
    ...Object.keys(wiring.flows).map((flow): Placeholder => ({ kind: 'FLOW_SID', flow })),
  ];
  const byValue = new Map<string, string>();
  for (const placeholder of placeholders) {
    const value = valueOf(placeholder, wiring);
    if (value !== undefined) byValue.set(value, formatPlaceholder(placeholder));
  }
  return byValue;
}

/** A record's own entry: never `constructor` and the like, which a path or a name could spell. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
