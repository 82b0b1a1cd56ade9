import type { Resource } from '../resource';
import { functions } from './functions';
import { parentFlow } from './parent-flow';
import { phoneNumber } from './phone-number';
import { verifyService } from './verify-service';
import { verifySubflow } from './verify-subflow';

/** Every resource, in the order in which they depend on each other. */
export const RESOURCES: readonly Resource[] = [
  verifyService,
  functions,
  verifySubflow,
  parentFlow,
  phoneNumber,
];
