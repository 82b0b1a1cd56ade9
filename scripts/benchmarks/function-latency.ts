import { signFunctionRequest } from '../emulator/runtime/signature';
import type { Deployed } from './deployed-twilio';
import { withDeployed } from './deployed-twilio';
import type { Figure } from './figure';
import { percentile, timed } from './figure';
import { startSdkCaller } from './sdk-caller';

/** Numbers that are reserved for fiction end in 0100 to 0199: one verification each. */
const NUMBERS = Array.from({ length: 99 }, (_, index) => `+1415555${String(100 + index).padStart(4, '0')}`);

/** Twilio sends a code at most 5 times: two by each way and number leave one to warm up with. */
const ROUNDS = 2;

/** Samples in milliseconds, by the way a thing was done. */
interface Samples {
  readonly throughFunction: number[];
  readonly bare: number[];
}

/**
 * What a Function costs beside the SDK call it makes, in turn, against the same local Twilio. The function is asked as
 * Studio asks it; the bare call is made by an application in a process of its own, with one client that lives on.
 */
export async function functionLatency(projectDirectory: string): Promise<Figure[]> {
  return withDeployed('real', projectDirectory, async (deployed) => {
    const sdk = startSdkCaller(deployed);
    try {
      const start = await sample(
        (to) => timed(() => askFunction(deployed, '/start-verify', { to })),
        (to) => sdk.call({ resource: 'verifications', parameters: { to, channel: 'sms' } }),
      );
      const check = await sample(
        (to) => timed(() => askFunction(deployed, '/check-verify', { to, code: wrongCode(to) })),
        (to) => sdk.call({ resource: 'verificationChecks', parameters: { to, code: wrongCode(to) } }),
      );
      return [...figuresOf('start-verify', start), ...figuresOf('check-verify', check)];
    } finally {
      sdk.end();
    }
  });
}

/** Right for one number in a million: a check that says `pending` costs what any check costs. */
function wrongCode(to: string): string {
  return `000${to.slice(-3)}`;
}

/** Both ways answer the milliseconds that they took. */
async function sample(
  throughFunction: (to: string) => Promise<number>,
  bare: (to: string) => Promise<number>,
): Promise<Samples> {
  const samples: Samples = { throughFunction: [], bare: [] };
  for (const to of NUMBERS) await throughFunction(to);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const to of NUMBERS) {
      samples.throughFunction.push(await throughFunction(to));
      samples.bare.push(await bare(to));
    }
  }
  return samples;
}

/** Calls a function as Studio does: a signed form, through the edge. */
async function askFunction(
  { local, domain }: Deployed,
  path: string,
  parameters: Record<string, string>,
): Promise<void> {
  const url = `https://${domain}${path}`;
  const answer = await local.functions.request({
    method: 'POST',
    domain,
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signFunctionRequest(local.account.authToken, url, parameters),
    },
    body: new URLSearchParams(parameters).toString(),
  });
  if (answer.status !== 200) throw new Error(`${path} answered ${String(answer.status)}: ${answer.body}`);
}

function figuresOf(name: string, { throughFunction, bare }: Samples): Figure[] {
  const [p50, p99, bareP50, bareP99] = [
    percentile(throughFunction, 0.5),
    percentile(throughFunction, 0.99),
    percentile(bare, 0.5),
    percentile(bare, 0.99),
  ];
  return [
    { name: `${name} p50`, value: p50, unit: 'ms' },
    { name: `${name} p99`, value: p99, unit: 'ms' },
    { name: `${name}: bare SDK call p50`, value: bareP50, unit: 'ms' },
    { name: `${name}: bare SDK call p99`, value: bareP99, unit: 'ms' },
    { name: `${name}: function to bare, p50`, value: p50 / bareP50, unit: '', aim: { atMost: 1.3 } },
  ];
}
