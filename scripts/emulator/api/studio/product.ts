import type { Product } from '../product';
import { executionContextRoutes } from './execution-context';
import { executionRoutes } from './executions';
import { flowValidationRoutes } from './flow-validation';
import { flowRoutes } from './flows';
import { revisionRoutes } from './revisions';
import { stepRoutes } from './steps';

/** Studio v2 (https://www.twilio.com/docs/studio/rest-api/v2), all but test users. */
export const studio: Product = {
  host: 'studio.twilio.com',
  missingParameterCode: 20001,
  routes: [
    // Before the flows, whose path it would match.
    ...flowValidationRoutes,
    ...flowRoutes,
    ...revisionRoutes,
    ...executionRoutes,
    ...executionContextRoutes,
    ...stepRoutes,
  ],
};
