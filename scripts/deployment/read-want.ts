import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Problem } from '../../studio/model/problem';
import { parseFlow } from '../../studio/parsing/parse-flow';
import { flowVersion } from '../../studio/wiring/flow-version';
import { contentHash } from './stable-json';
import type { Want, WantedFlow, WantedRateLimit } from './want';

/** What decides, beside the repository's own files, what a deployment comes to. */
export interface WantOptions {
  /** Absolute path of the project. */
  readonly projectDirectory: string;
  /** E.164, or null to leave every number alone. */
  readonly phoneNumber: string | null;
  /** Variables of the functions, by name; `VERIFY_RATE_LIMIT` also asks for that rate limit. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What is wanted, or every problem of the flows as `file: #/place: message`. */
export type WantResult =
  | { readonly kind: 'want'; readonly want: Want }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** In the text message: "Your Hotline verification code is …". */
const VERIFY_FRIENDLY_NAME = 'Hotline';

/** Codes for one phone number: more in an hour than an honest caller needs, fewer than a prankster wants. */
const RATE_LIMIT = { max: 10, intervalSeconds: 3600 };

/** Reads the flows and puts together what a deployment should come to. */
export async function readWant(options: WantOptions): Promise<WantResult> {
  const [subflow, parent] = await Promise.all([
    readWantedFlow(options.projectDirectory, 'verify-subflow'),
    readWantedFlow(options.projectDirectory, 'parent-ivr'),
  ]);
  if (subflow.kind === 'problems' || parent.kind === 'problems') {
    const problems = [subflow, parent].flatMap((flow) => (flow.kind === 'problems' ? flow.problems : []));
    return { kind: 'problems', problems };
  }
  const want: Want = {
    verifyService: {
      friendlyName: VERIFY_FRIENDLY_NAME,
      codeLength: 6,
      rateLimit: rateLimitOf(options.variables['VERIFY_RATE_LIMIT']),
    },
    verifySubflow: subflow.flow,
    parentFlow: parent.flow,
    phoneNumber: options.phoneNumber,
    variables: options.variables,
  };
  return { kind: 'want', want };
}

type FlowReading =
  | { readonly kind: 'flow'; readonly flow: WantedFlow }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

async function readWantedFlow(projectDirectory: string, name: string): Promise<FlowReading> {
  const file = `studio/flows/${name}.json`;
  const json = parseJson(await readFile(path.join(projectDirectory, file), 'utf8'));
  if (json.kind === 'broken') return { kind: 'problems', problems: [`${file}: ${json.reason}`] };
  const parsed = parseFlow(json.value, { allowPlaceholders: true });
  if (!parsed.ok) return problemsOf(file, parsed.problems);
  const version = flowVersion(parsed.flow);
  if (!version.ok) return problemsOf(file, [version.problem]);
  return {
    kind: 'flow',
    flow: {
      friendlyName: name,
      version: version.version.version,
      definition: parsed.flow,
      contentHash: contentHash(parsed.flow),
    },
  };
}

type JsonReading =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'broken'; readonly reason: string };

function parseJson(text: string): JsonReading {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'value', value };
  } catch (error) {
    return { kind: 'broken', reason: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function problemsOf(file: string, problems: readonly Problem[]): FlowReading {
  return {
    kind: 'problems',
    problems: problems.map((problem) => `${file}: ${problem.place}: ${problem.message}`),
  };
}

function rateLimitOf(uniqueName: string | undefined): WantedRateLimit | null {
  return uniqueName === undefined ? null : { uniqueName, ...RATE_LIMIT };
}
