import { codeIn, type KnownCodes } from '../../scripts/calls/expand-keys';
import { type LocalTwilio, startLocalTwilio } from '../../scripts/emulator/local-twilio';
import { isVirtual } from '../../scripts/emulator/time/virtual-clock';
import { isJsonObject } from '../../studio/model/json';
import { deployBuilt } from './deploy-built';
import type { CallWorld, EarlierVerification, ScriptedCall } from './scripted-call';

/** The product on a local Twilio, and what others may see of it, where no code and no whole number may show. */
export interface Stage {
  readonly twilio: LocalTwilio;
  /** What functions wrote to their console so far. */
  readonly logs: readonly string[];
  /** What the local Twilio told of every request so far, as JSON. */
  readonly requests: readonly string[];
  /** Bugs of the local Twilio itself so far. */
  readonly failures: readonly Error[];
  readonly stop: () => Promise<void>;
}

/** Deploys everything to a new local Twilio, as a case's world has it. */
export async function setUpStage(world: CallWorld = {}): Promise<Stage> {
  const logs: string[] = [];
  const requests: string[] = [];
  const failures: Error[] = [];
  const twilio = await startLocalTwilio({ clock: 'virtual', onLog: ({ line }) => logs.push(line) });
  twilio.onRequest(({ failure, ...request }) => {
    requests.push(JSON.stringify(request));
    if (failure !== null) failures.push(failure);
  });
  await deployBuilt(twilio, world);
  if (world.subflowParameters) await passToSubflow(twilio, world.subflowParameters);
  return { twilio, logs, requests, failures, stop: twilio.stop };
}

/** Whether a case needs a deployment of its own; the others can share one. */
export function needsOwnStage({ functions, variables, subflowParameters }: CallWorld): boolean {
  return functions !== undefined || variables !== undefined || subflowParameters !== undefined;
}

/** In milliseconds. */
const A_DAY = 24 * 3600 * 1000;

/** A day after the last call, when its codes and limits are over: makes what was before the call happen. Returns the codes that came of it. */
export async function prepare({ twilio }: Stage, { world, call }: ScriptedCall): Promise<KnownCodes> {
  const { store, faults } = twilio;
  if (isVirtual(twilio.clock)) await twilio.clock.advance(A_DAY);
  faults.clear();
  store.lineTypes.clear();
  if (world.lineType !== undefined) store.lineTypes.set(call.from, world.lineType);
  const otherCode = world.otherNumber && (await sendCode(twilio, world.otherNumber));
  const oldCode =
    world.earlierVerification && (await verifyBefore(twilio, call.from, world.earlierVerification));
  for (const { path, ...fault } of world.faults ?? []) {
    faults.add({ ...fault, ...(path !== undefined && { path: new RegExp(path) }) });
  }
  return { ...(otherCode && { otherCode }), ...(oldCode && { oldCode }) };
}

async function verifyBefore(
  twilio: LocalTwilio,
  from: string,
  earlier: EarlierVerification,
): Promise<string> {
  const { sends = 1, wrongChecks = 0, ended, secondsAgo } = earlier;
  let code = '';
  for (let sent = 0; sent < sends; sent += 1) code = await sendCode(twilio, from);
  const service = serviceOf(twilio);
  for (let checked = 0; checked < wrongChecks; checked += 1) {
    await service.verificationChecks.create({
      to: from,
      code: code.replace(/.$/, (last) => String((Number(last) + 1) % 10)),
    });
  }
  if (ended === 'approved') await service.verificationChecks.create({ to: from, code });
  if (ended === 'canceled') await service.verifications(from).update({ status: 'canceled' });
  if (isVirtual(twilio.clock)) await twilio.clock.advance(secondsAgo * 1000);
  return code;
}

async function sendCode(twilio: LocalTwilio, to: string): Promise<string> {
  await serviceOf(twilio).verifications.create({ to, channel: 'sms' });
  const code = codeIn(twilio.inbox(to)[0]?.body ?? '');
  if (code === undefined) throw new Error('Verify sent no code');
  return code;
}

function serviceOf(twilio: LocalTwilio) {
  const [sid = ''] = twilio.store.verifyServices.keys();
  return twilio.client().verify.v2.services(sid);
}

/** Publishes the parent with other parameters in its Run Subflow widget. */
async function passToSubflow(twilio: LocalTwilio, changed: Readonly<Record<string, string>>): Promise<void> {
  const flows = await twilio.client().studio.v2.flows.list();
  for (const { sid } of flows) {
    const flow = await twilio.client().studio.v2.flows(sid).fetch();
    const text = JSON.stringify(flow.definition);
    if (!text.includes('"run-subflow"')) continue;
    const definition: unknown = JSON.parse(text, (_key, value: unknown) => withParameter(value, changed));
    await flow.update({ status: 'published', definition });
  }
}

/** A key and its value in a list of parameters, with the value that is wanted. */
function withParameter(value: unknown, changed: Readonly<Record<string, string>>): unknown {
  if (!isJsonObject(value) || typeof value['key'] !== 'string') return value;
  const wanted = changed[value['key']];
  return wanted === undefined ? value : { ...value, value: wanted };
}
