import { printTroubles } from '../../../../scripts/deployment/plan/print-deployment';
import { consoleLinks, whatIsNext } from '../../../../scripts/deployment/plan/summarize-deployment';
import type { FaultEffect } from '../../../../scripts/emulator/simulate/faults';
import { DEPLOYED, WANT } from '../example-want';
import { withProperties } from '../edit-flow';
import { atVersion } from '../installation';
import { BROKEN, rehearsal, type Rehearsal } from '../rehearsal';

// Several deployments each, to a local Twilio.
jest.setTimeout(120_000);

/** What a new revision is sent to. */
const PUBLISHING = /Flows\/FW\w+$/;

const REFUSED: FaultEffect = { kind: 'answer', status: 400, code: 60001, message: 'Invalid flow' };

let place: Rehearsal;
beforeEach(async () => {
  place = await rehearsal();
  await place.deploy();
  place.rebuild('second');
  place.edit('parent-ivr', (flow) => atVersion('2.0.0')(withProperties(flow, 'welcome', { say: 'Hi.' })));
});
afterEach(() => place.stop());

async function failing(): Promise<string> {
  const deployment = await place.deploy();
  expect(deployment.status).toBe('failed');
  return whatIsNext(deployment, WANT);
}

describe('an upgrade that fails', () => {
  test('runs no new functions where Twilio finds a flow invalid', async () => {
    const before = await place.runningBuild();
    place.twilio.faults.add({ host: 'studio.twilio.com', path: /Validate$/, effect: REFUSED });
    expect(await failing()).toBe(
      'What callers reach is as it was. Mend what Twilio refuses, then run it again.',
    );
    expect(await place.runningBuild()).toBe(before);
  });

  test('says that new functions run with the old flows', async () => {
    const effect: FaultEffect = { kind: 'answer', status: 429, code: 20429, message: 'Too many requests' };
    place.twilio.faults.add({ host: 'studio.twilio.com', path: PUBLISHING, method: 'POST', effect });
    expect(await failing()).toBe(
      'Callers reach the new functions with the flows that were there before. Run it again to finish it.',
    );
    await place.verify();
  });

  test.each<[string, FaultEffect]>([
    ['the connection is cut before', { kind: 'cut-before' }],
    ['the connection is cut after', { kind: 'cut-after' }],
    ['Twilio answers 500 to', BROKEN],
  ])('leaves open what callers reach when %s the publication', async (_when, effect) => {
    place.twilio.faults.add({ host: 'studio.twilio.com', path: PUBLISHING, method: 'POST', effect });
    expect(await failing()).toBe(
      'Callers may reach what is new already, or still the flows of before. Run it again to finish it.',
    );
  });

  test('leaves open what callers reach when the deployment is cut', async () => {
    place.twilio.faults.add({ path: /Deployments$/, method: 'POST', effect: { kind: 'cut-after' } });
    expect(await failing()).toBe(
      'Callers may reach the new functions already, with the flows that were there before. Run it again to finish it.',
    );
  });

  test('says that settings may be new', async () => {
    await place.deploy();
    place.twilio.faults.add({ path: /Variables$/, method: 'POST', effect: BROKEN });
    const deployment = await place.deploy({ variables: { LOOKUP_LINE_TYPE: 'true' } });
    expect(whatIsNext(deployment, WANT)).toMatch(/their settings may be new already\. Run it again/);
  });

  test('says that callers reach what is new', async () => {
    for (const number of place.twilio.store.phoneNumbers.values()) number.voiceUrl = '';
    place.twilio.faults.add({ path: /IncomingPhoneNumbers\/PN/, method: 'POST', effect: BROKEN });
    expect(await failing()).toBe('Callers reach what is new. Run it again to finish it.');
  });

  test('validates a flow once', async () => {
    const made = await place.requestsOf(async () => expect(printTroubles(await place.deploy())).toEqual([]));
    const validations = made
      .map((request, at) => [request, at] as const)
      .filter(([each]) => /Validate$/.test(each));
    expect(validations).toHaveLength(1);
    expect(validations[0]?.[1]).toBeLessThan(
      made.findIndex((request) => /^POST .*Deployments$/.test(request)),
    );
  });
});

describe('consoleLinks', () => {
  test('lead to each resource that a person can look at', async () => {
    const deployment = await place.deploy();
    const again = await place.deploy();
    if (!('outputs' in deployment) || !('outputs' in again)) throw new Error('Nothing was deployed');
    expect(consoleLinks(WANT, again.outputs)).toEqual(consoleLinks(WANT, deployment.outputs));
    const sids = consoleLinks(WANT, again.outputs).map(({ url }) => url.split('/').at(-1)?.slice(0, 2));
    expect(sids).toEqual(['FW', 'FW', 'VA', 'IS', 'ZS', 'PN']);
  });

  test('lead to the region of the account', () => {
    const outputs = { verifySubflowSid: DEPLOYED.verifySubflows[0]?.sid ?? '' };
    expect(consoleLinks(WANT, outputs, 'ie1')[0]?.url).toMatch(/^https:\/\/console\.twilio\.com\/ie1\//);
    expect(consoleLinks(WANT, outputs)[0]?.url).toMatch(/^https:\/\/console\.twilio\.com\/us1\//);
  });
});
