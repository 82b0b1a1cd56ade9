import { LOCAL_PHONE_NUMBER } from '../deployment/deploy-to-local';
import { developmentSettings } from '../one-time-passcodes/development-settings';
import type { Deployed } from './deployed-twilio';
import { withDeployed } from './deployed-twilio';
import type { Figure } from './figure';
import { percentile, timed } from './figure';

/** Numbers that are reserved for fiction end in 555-0100 to 555-0199, in every area: each is texted once, but for the last, which texts. */
const AREAS = ['212', '213', '214', '303', '305', '312', '404', '415', '503', '512', '602', '617', '702'];
const NUMBERS = AREAS.flatMap((area) =>
  Array.from({ length: 99 }, (_, index) => `+1${area}5550${String(100 + index)}`),
);

const WARM_UP = 100;
const IN_TURN = 400;
/** As many at once as one process of functions may have on its hands. */
const AT_ONCE = 20;

/** A code on its way: what is needed to verify it. */
interface Sent {
  readonly requestId: string;
  readonly to: string;
}

/**
 * The one-time-passcode service with engine `message`, one request after the other for latencies and outside calls, and twenty at
 * once for requests per second. Sync's rates are off: they would be what is measured.
 */
export async function oneTimePasscodes(projectDirectory: string): Promise<Figure[]> {
  const limits = { OTP_LIMIT_PER_DAY: '10000', OTP_LIMIT_PER_KEY: '10000' };
  const sender = { OTP_ENGINE: 'message', OTP_FROM: LOCAL_PHONE_NUMBER };
  const { variables, apiKey = '' } = developmentSettings({ ...limits, ...sender });
  return withDeployed(
    'real',
    projectDirectory,
    async (deployed) => {
      const { store } = deployed.local;
      const unlimited = { writesPerSecond: Infinity, readsPerSecond: Infinity, creationsPerSecond: Infinity };
      Object.assign(store.syncSettings, unlimited);
      const requests = await measure(deployed, 'otp/request', 4, NUMBERS, (to) =>
        request(deployed, apiKey, to),
      );
      const sent = requests.results;
      const verifies = await measure(deployed, 'otp/verify', 2, sent, (each) =>
        verify(deployed, apiKey, each),
      );
      return [...requests.figures, ...verifies.figures];
    },
    variables,
  );
}

interface Measured<Result> {
  readonly figures: readonly Figure[];
  readonly results: readonly Result[];
}

/** Does something with each input: some to warm up, some in turn, the rest at once. */
async function measure<Input, Result>(
  { local }: Deployed,
  name: string,
  mostCalls: number,
  inputs: readonly Input[],
  act: (input: Input) => Promise<Result>,
): Promise<Measured<Result>> {
  const results: Result[] = [];
  const doEach = async (some: Iterable<Input>): Promise<void> => {
    for (const input of some) results.push(await act(input));
  };
  await doEach(inputs.slice(0, WARM_UP));
  let calls = 0;
  const stop = local.onRequest(({ host }) => {
    if (host.endsWith('.twilio.com')) calls += 1;
  });
  const samples: number[] = [];
  for (const input of inputs.slice(WARM_UP, WARM_UP + IN_TURN)) {
    samples.push(await timed(() => doEach([input])));
  }
  stop();
  const rest = inputs.slice(WARM_UP + IN_TURN);
  const queue = rest.values();
  const milliseconds = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, () => doEach(queue))));
  const figures: Figure[] = [
    { name: `${name} p50`, value: percentile(samples, 0.5), unit: 'ms' },
    { name: `${name} p99`, value: percentile(samples, 0.99), unit: 'ms' },
    {
      name: `${name}, ${String(AT_ONCE)} at once`,
      value: (rest.length / milliseconds) * 1000,
      unit: 'requests/s',
    },
    { name: `${name}: outside calls`, value: calls / samples.length, unit: '', aim: { atMost: mostCalls } },
  ];
  return { figures, results };
}

async function request(deployed: Deployed, apiKey: string, to: string): Promise<Sent> {
  const { requestId } = await post(deployed, apiKey, '/otp/request', { phoneNumber: to });
  return { requestId: String(requestId), to };
}

async function verify(deployed: Deployed, apiKey: string, { requestId, to }: Sent): Promise<void> {
  const code = /\d{6}/.exec(deployed.local.inbox(to)[0]?.body ?? '')?.[0];
  await post(deployed, apiKey, '/otp/verify', { requestId, code });
}

async function post(
  { local, domain }: Deployed,
  apiKey: string,
  path: string,
  fields: object,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await local.functions.request({
    method: 'POST',
    domain,
    path,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify(fields),
  });
  if (answer.status >= 300) throw new Error(`${path} answered ${String(answer.status)}: ${answer.body}`);
  const body: unknown = JSON.parse(answer.body);
  return Object.assign({}, body);
}
