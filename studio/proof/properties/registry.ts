import { noBrokenWidget } from './no-broken-widget';
import { noBypass } from './no-bypass';
import { noDeadEnd } from './no-dead-end';
import { noLeak } from './no-leak';
import { ownNumber } from './own-number';
import { requestContract } from './request-contract';
import type { Property } from './property';
import { subflowContract } from './subflow-contract';

/** Every property that is judged in each state; that calls end, and what they cost, is proven of all states together. */
export const PROPERTIES: readonly Property[] = [
  noBypass,
  ownNumber,
  noDeadEnd,
  noBrokenWidget,
  subflowContract,
  requestContract,
  noLeak,
];
