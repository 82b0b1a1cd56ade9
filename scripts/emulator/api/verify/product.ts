import type { Product } from '../product';
import { bucketRoutes } from './buckets';
import { rateLimitRoutes } from './rate-limits';
import { serviceRoutes } from './services';
import { verificationCheckRoutes } from './verification-checks';
import { verificationRoutes } from './verifications';

/** Verify v2 (https://www.twilio.com/docs/verify/api), as far as codes by text and voice go. */
export const verify: Product = {
  host: 'verify.twilio.com',
  missingParameterCode: 60200,
  routes: [
    ...serviceRoutes,
    ...verificationRoutes,
    ...verificationCheckRoutes,
    ...rateLimitRoutes,
    ...bucketRoutes,
  ],
};
