import { checkFlow } from '../../studio/checks/check-flow';
import type { CheckOptions } from '../../studio/checks/check-flow';
import type { Problem } from '../../studio/model/problem';
import { formatPlaceholder } from '../../studio/wiring/placeholder';
import type { FlowReading, RepositoryFlow } from './read-repository-flow';
import { functionProblems } from './function-problems';
import { repositoryHas } from './versions/flow-versions-record';
import { readBundle } from './bundle/read-bundle';
import { readRepositoryFlow } from './read-repository-flow';
import { safetyProblems } from './safety/safety-gate';
import { readRecordedVersions } from './versions/version-flows';
import type { ExplicitSids } from './want-names';
import { namesFor } from './want-names';
import type { Permissions, Want, WantedFlow, WantedRateLimit } from './want';

/** What decides, beside the repository's own files, what a deployment comes to. */
export interface WantOptions {
  /** Absolute path of the project. */
  readonly projectDirectory: string;
  /** Absolute path of what the build wrote: `dist` in the project. */
  readonly builtDirectory: string;
  /** `dev`, `stage`, `prod` or any other: see `isEnvironmentName`. */
  readonly environment: string;
  /** E.164, or null to leave every number alone. */
  readonly phoneNumber: string | null;
  /** Variables of the functions, by name; `VERIFY_RATE_LIMIT` names the rate limit, and leaves it out where it is `off`. */
  readonly variables: Readonly<Record<string, string>>;
  /** In the text message: "Your Hotline verification code is …"; `Hotline` by default. */
  readonly verifyFriendlyName?: string;
  /** Things that are ours whatever their names. None by default. */
  readonly sids?: ExplicitSids;
  /** Deploys the reply flow too; not by default. */
  readonly otpByReply?: boolean;
  /** Why the flows are published although they are not proven safe; the safety gate then lets them pass. */
  readonly unproven?: string;
  /** Nothing is allowed by default. */
  readonly permissions?: Partial<Permissions>;
}

/** What is wanted, or every problem: of the flows as `file: #/place: message`, of the variables as a sentence. */
export type WantResult =
  | { readonly kind: 'want'; readonly want: Want }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/**
 * Codes for one phone number in a day. Verify itself stops the sixth in ten minutes (https://www.twilio.com/docs/api/errors/60203),
 * but begins anew after each ten: 720 in a day. Twenty are more than four such bursts, so nobody who merely mistypes meets this limit
 * before that one; somebody who lets another person's phone ring all day does.
 */
const RATE_LIMIT = { max: 20, intervalSeconds: 86_400 };

/** The unique name of that limit where the settings name none. */
const RATE_LIMIT_NAME = 'codes_per_number';

/**
 * Reads flows and built files, and puts together what a deployment should come to. Flows that could not be published are problems,
 * and so are settings that the functions would not take.
 */
export async function readWant(options: WantOptions): Promise<WantResult> {
  const readings = await Promise.all([
    readRepositoryFlow(options.projectDirectory, 'verify-subflow'),
    readRepositoryFlow(options.projectDirectory, 'parent-ivr'),
    options.otpByReply === true ? readRepositoryFlow(options.projectDirectory, 'otp-by-reply') : NOT_WANTED,
  ]);
  const [subflow, parent, replyFlow] = readings;
  if (subflow.kind === 'problems' || parent.kind === 'problems' || replyFlow.kind === 'problems') {
    return { kind: 'problems', problems: readings.flatMap(problemsOfReading) };
  }
  const problems = [
    ...functionProblems(options.variables),
    ...checkBoth(subflow.flow, parent.flow),
    ...(replyFlow.kind === 'flow' ? checkOne(replyFlow.flow, {}) : []),
    ...(options.unproven === undefined ? gateBoth(subflow.flow, parent.flow) : []),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  const flows = { subflow: subflow.flow, parent: parent.flow };
  return {
    kind: 'want',
    want: await putTogether(options, replyFlow.kind === 'flow' ? { ...flows, reply: replyFlow.flow } : flows),
  };
}

const NOT_WANTED = { kind: 'not-wanted' } as const;

interface RepositoryFlows {
  readonly subflow: RepositoryFlow;
  readonly parent: RepositoryFlow;
  readonly reply?: RepositoryFlow;
}

async function putTogether(options: WantOptions, { subflow, parent, reply }: RepositoryFlows): Promise<Want> {
  const { environment, phoneNumber, sids = {}, permissions = {} } = options;
  const rateLimit = rateLimitOf(options.variables['VERIFY_RATE_LIMIT']);
  const variables = withRateLimit(options.variables, rateLimit);
  const names = namesFor(environment, options.verifyFriendlyName ?? 'Hotline');
  const recorded = (await readRecordedVersions(options.projectDirectory)) ?? {};
  const flow = ({ name, version, definition, contentHash }: RepositoryFlow, sid?: string): WantedFlow => ({
    ...{ name, version, definition, contentHash },
    friendlyName: names.flow(name),
    sid: sid ?? null,
    has: repositoryHas(recorded, name, environment),
    ...(options.unproven !== undefined && { remark: `unproven: ${options.unproven}` }),
  });
  return {
    environment: names.environment,
    serverlessService: { uniqueName: names.serverlessService, sid: sids.serverlessService ?? null },
    verifyService: {
      friendlyName: names.verifyService,
      sid: sids.verifyService ?? null,
      codeLength: 6,
      rateLimit,
    },
    syncService: { friendlyName: names.syncService, sid: sids.syncService ?? null },
    bundle: await readBundle(options),
    verifySubflow: flow(subflow, sids.verifySubflow),
    parentFlow: flow(parent, sids.parentFlow),
    ...(reply !== undefined && { replyFlow: flow(reply) }),
    phoneNumber,
    variables,
    permissions: { takeOver: false, overwrite: false, ...permissions },
  };
}

/** Our own checks on each flow, which know the other one. */
function checkBoth(subflow: RepositoryFlow, parent: RepositoryFlow): string[] {
  const flowSid = formatPlaceholder({ kind: 'FLOW_SID', flow: subflow.name });
  const around = new Map<RepositoryFlow, CheckOptions>([
    [subflow, { parents: [{ definition: parent.definition, flowSid }] }],
    [parent, { subflows: { [flowSid]: subflow.definition } }],
  ]);
  return [...around].flatMap(([flow, options]) => checkOne(flow, options));
}

function checkOne(flow: RepositoryFlow, options: CheckOptions): string[] {
  return checkFlow(flow.definition, { ...options, allowPlaceholders: true, wantsPlaceholders: true })
    .filter(({ severity }) => severity === 'error')
    .map((problem) => line(flow, problem));
}

/** The safety gate on both together: it takes no time, so that every deployment passes it, also the local ones. */
function gateBoth(subflow: RepositoryFlow, parent: RepositoryFlow): string[] {
  return safetyProblems(parent.definition, subflow.definition).map((problem) =>
    line(problem.rule === 'safe-subflow' ? subflow : parent, problem),
  );
}

function line({ file }: RepositoryFlow, { place, message }: Problem): string {
  return `${file}: ${place}: ${message}`;
}

function problemsOfReading(reading: FlowReading | typeof NOT_WANTED): readonly string[] {
  return reading.kind === 'problems' ? reading.problems : [];
}

function rateLimitOf(uniqueName = RATE_LIMIT_NAME): WantedRateLimit | null {
  return uniqueName === 'off' ? null : { uniqueName, ...RATE_LIMIT };
}

/** The functions name the limit at every start: Twilio enforces none that is not named. */
function withRateLimit(
  variables: Readonly<Record<string, string>>,
  rateLimit: WantedRateLimit | null,
): Readonly<Record<string, string>> {
  const { VERIFY_RATE_LIMIT: _named, ...others } = variables;
  return rateLimit === null ? others : { VERIFY_RATE_LIMIT: rateLimit.uniqueName, ...others };
}
