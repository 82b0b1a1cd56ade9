import type { Resource } from '../resource';
import type { Want } from '../want';
import { build } from './build';
import { deployment } from './deployment';
import { environment } from './environment';
import { functions } from './functions';
import { mark } from './mark';
import { parentFlow } from './parent-flow';
import { phoneNumber } from './phone-number';
import { replyFlow } from './reply-flow';
import { serverlessService } from './serverless-service';
import { syncService } from './sync-service';
import { variables } from './variables';
import { verifyService } from './verify-service';
import { verifySubflow } from './verify-subflow';

/**
 * Every resource, in the order in which they depend on each other. The first two have unique names, so that of two first
 * deployments at once one stops there; of two others one stops at the deployment,
 * before it changed anything that the other one changes too.
 */
export const RESOURCES: readonly Resource[] = [
  serverlessService,
  environment,
  functions,
  build,
  deployment,
  verifyService,
  syncService,
  variables,
  verifySubflow,
  parentFlow,
  mark,
  phoneNumber,
];

/** Those that a deployment comes to: the reply flow is there for whoever wants it. */
export function resourcesFor({ replyFlow: wanted }: Want): readonly Resource[] {
  if (wanted === undefined) return RESOURCES;
  const place = RESOURCES.indexOf(parentFlow) + 1;
  return [...RESOURCES.slice(0, place), replyFlow, ...RESOURCES.slice(place)];
}
