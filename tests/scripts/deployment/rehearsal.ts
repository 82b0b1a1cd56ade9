import { installation } from './installation';
import type { Installation } from './installation';
import type { Deployment } from '../../../scripts/deployment/deploy';
import type { FaultEffect } from '../../../scripts/emulator/simulate/faults';
import type { ServerlessService } from '../../../scripts/emulator/entities/serverless-service';
import { callVerified } from './call-verified';

/** The number that deployments of these tests lead to the IVR. */
export const NUMBER = '+14155550199';

/** Twilio's answer to a request that came too soon. */
export const TOO_MANY: FaultEffect = {
  kind: 'answer',
  status: 429,
  code: 20429,
  message: 'Too Many Requests',
};

/** Twilio's answer when something is wrong on its side. */
export const BROKEN: FaultEffect = {
  kind: 'answer',
  status: 500,
  code: 20500,
  message: 'Internal Server Error',
};

/** An installation whose account holds the number, with what these tests ask of it. */
export interface Rehearsal extends Installation {
  /** Ends verified, or the test fails; the number is `NUMBER` unless told otherwise. */
  readonly verify: (number?: string) => Promise<void>;
  /** The requests of some work, as `POST serverless.twilio.com/v1/Services`. */
  readonly requestsOf: (work: () => Promise<unknown>) => Promise<string[]>;
  /** The same, but only those that are to change something. */
  readonly changesOf: (work: () => Promise<unknown>) => Promise<string[]>;
  readonly serverless: () => readonly ServerlessService[];
  readonly voiceUrl: () => string | undefined;
}

/** Sets one up; nothing is deployed yet. */
export async function rehearsal(): Promise<Rehearsal> {
  const place = await installation();
  const requests: string[] = [];
  place.twilio.onRequest(({ method, host, path }) => requests.push(`${method} ${host}${path}`));
  place.twilio.addPhoneNumber(NUMBER);
  const requestsOf: Rehearsal['requestsOf'] = async (work) => {
    const before = requests.length;
    await work();
    return requests.slice(before);
  };
  return {
    ...place,
    deploy: (options) => place.deploy({ phoneNumber: NUMBER, ...options }),
    verify: (number = NUMBER) => callVerified(place.twilio, number),
    requestsOf,
    changesOf: async (work) => (await requestsOf(work)).filter((request) => !request.startsWith('GET ')),
    serverless: () => [...place.twilio.store.serverlessServices.values()],
    voiceUrl: () =>
      [...place.twilio.store.phoneNumbers.values()].find(({ phoneNumber }) => phoneNumber === NUMBER)
        ?.voiceUrl,
  };
}

/** What a deployment did, by kind of resource; what it kept is left out. */
export function actionsOf({ plan }: Deployment): Record<string, string> {
  const changes = plan.steps.filter(({ action }) => action !== 'keep');
  return Object.fromEntries(changes.map(({ kind, action }) => [kind, action]));
}
