import type { Product } from '../product';
import { buildRoutes } from './builds';
import { deploymentRoutes } from './deployments';
import { environmentRoutes } from './environments';
import { logRoutes } from './logs';
import { resourceRoutes } from './resources';
import { serviceRoutes } from './services';
import { variableRoutes } from './variables';
import { contentRoutes, versionRoutes } from './versions';

/** Serverless v1 (https://www.twilio.com/docs/serverless/api); versions are uploaded at a host of their own. */
export const serverless: Product = {
  host: 'serverless.twilio.com',
  missingParameterCode: 20001,
  routes: [
    ...serviceRoutes,
    ...environmentRoutes,
    ...resourceRoutes('function'),
    ...resourceRoutes('asset'),
    ...versionRoutes('function'),
    ...versionRoutes('asset'),
    ...contentRoutes,
    ...buildRoutes,
    ...variableRoutes,
    ...deploymentRoutes,
    ...logRoutes,
  ],
};
