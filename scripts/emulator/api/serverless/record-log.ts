import type { ServerlessEnvironment } from '../../entities/serverless-environment';
import type { Ids } from '../../ids';
import type { Store } from '../../store';
import type { Clock } from '../../time/clock';
import { LOG_RETENTION_MILLISECONDS } from './limits';

/** What a function wrote: a line, and under which domain it runs. */
export interface FunctionLine {
  readonly domain: string;
  readonly level: 'info' | 'error';
  readonly line: string;
}

/** Keeps a line that a function wrote, where the Log resource finds it. Lines of a domain without a deployment are lost. */
export function recordLog(
  { store, clock, ids }: { store: Store; clock: Clock; ids: Ids },
  { domain, level, line }: FunctionLine,
): void {
  const environment = findEnvironment(store, domain);
  const deployment = [...(environment?.deployments.values() ?? [])].at(-1);
  const buildSid = deployment?.buildSid ?? null;
  if (environment === undefined || deployment === undefined || buildSid === null) return;
  const dateCreated = clock.now();
  forgetBefore(environment, dateCreated - LOG_RETENTION_MILLISECONDS);
  const sid = ids.sid('NO');
  const deploymentSid = deployment.sid;
  environment.logs.set(sid, { sid, buildSid, deploymentSid, level, message: line, dateCreated });
}

function findEnvironment(store: Store, domain: string): ServerlessEnvironment | undefined {
  const services = [...store.serverlessServices.values()];
  return services
    .flatMap((service) => [...service.environments.values()])
    .find(({ domainName }) => domainName === domain);
}

function forgetBefore({ logs }: ServerlessEnvironment, limit: number): void {
  for (const [sid, { dateCreated }] of logs) {
    if (dateCreated >= limit) return;
    logs.delete(sid);
  }
}
