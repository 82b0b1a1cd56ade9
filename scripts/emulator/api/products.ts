import { accounts } from './accounts/product';
import { events } from './events/product';
import { lookups } from './lookups/product';
import type { Product } from './product';
import { serverless } from './serverless/product';
import { serverlessUpload } from './serverless-upload/product';
import { studio } from './studio/product';
import { sync } from './sync/product';
import { verify } from './verify/product';

/** Every product that the local Twilio answers for, by host name. */
export const products: readonly Product[] = [
  verify,
  lookups,
  accounts,
  studio,
  serverless,
  serverlessUpload,
  sync,
  events,
];
