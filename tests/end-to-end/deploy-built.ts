import path from 'node:path';

import { deployToLocal } from '../../scripts/deployment/deploy-to-local';
import type { LocalTwilio } from '../../scripts/emulator/local-twilio';
import { breakFunctions } from './broken-functions';
import type { CallWorld } from './scripted-call';

const projectDirectory = path.resolve(__dirname, '../..');
const builtDirectory = path.join(projectDirectory, 'dist');

/**
 * Deploys the project with the real code to a local Twilio, from the build that Jest has made once for all tests; some
 * functions may be broken, and variables changed afterwards as a person would in the console.
 */
export async function deployBuilt(
  twilio: LocalTwilio,
  { functions, variables = {} }: Pick<CallWorld, 'functions' | 'variables'> = {},
): Promise<void> {
  const broken = functions === undefined ? null : breakFunctions(builtDirectory, functions);
  try {
    const deployed = await deployToLocal(twilio, {
      projectDirectory,
      builtDirectory: broken?.directory ?? builtDirectory,
    });
    if (deployed.status !== 'deployed') throw new Error(deployed.problems.join('\n'));
    const { serverlessServiceSid = '', environment } = deployed.outputs;
    await changeVariables(twilio, serverlessServiceSid, environment?.sid ?? '', variables);
  } finally {
    broken?.remove();
  }
}

/** An empty value takes a variable away. */
async function changeVariables(
  twilio: LocalTwilio,
  serviceSid: string,
  environmentSid: string,
  changed: Readonly<Record<string, string>>,
): Promise<void> {
  const service = twilio.client().serverless.v1.services(serviceSid);
  const { variables } = service.environments(environmentSid);
  const had = Object.keys(changed).length === 0 ? [] : await variables.list();
  for (const [key, value] of Object.entries(changed)) {
    const same = had.find((variable) => variable.key === key);
    if (same !== undefined) await variables(same.sid).remove();
    if (value !== '') await variables.create({ key, value });
  }
}
