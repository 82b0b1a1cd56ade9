import { describeCrashes } from './crash-cases';
import type { OtpStage } from './stage';
import { readConfiguration, startOtpStage } from './stage';

// Each case ends a process of the functions and starts another.
jest.setTimeout(180_000);

let stage: OtpStage;
beforeAll(async () => {
  stage = await startOtpStage(readConfiguration('two-endpoints.env'));
});
afterAll(() => stage.stop());

describeCrashes('message', () => stage, { request: [1, 2, 3, 4, 5], verify: [1, 2] });
