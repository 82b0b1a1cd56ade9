import { serverless } from '../../../../../scripts/emulator/api/serverless/product';
import { testRoutes } from '../../../../support/route-cases';
import { environmentCases } from './environment-cases';
import { serviceCases } from './service-cases';

describe('serverless.twilio.com', () => {
  testRoutes(serverless, { ...serviceCases, ...environmentCases });
});
