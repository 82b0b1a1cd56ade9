import type { Product } from '../product';
import { uploadRoutes } from './versions';

/** Where versions of functions and assets are uploaded; Twilio's OpenAPI documents do not have this host. */
export const serverlessUpload: Product = {
  host: 'serverless-upload.twilio.com',
  missingParameterCode: 20001,
  routes: [...uploadRoutes('function'), ...uploadRoutes('asset')],
};
