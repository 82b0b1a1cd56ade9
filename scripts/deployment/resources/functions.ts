import type { Resource } from '../resource';

/** The built functions, installed with their variables; always done, since only Twilio knows what runs there. */
export const functions: Resource = {
  kind: 'Functions',
  name: () => 'start-verify, check-verify',
  outputs: (have) => (have.functions === null ? {} : { functions: have.functions }),
  decide: (_want, have) =>
    have.functions === null
      ? { action: 'create', reason: 'not installed yet' }
      : { action: 'update', reason: 'installs what was built' },
  apply: async (account, want, _have, known) => {
    const { verifyServiceSid } = known;
    if (verifyServiceSid === undefined) throw new Error('Functions are installed after the Verify service');
    const variables = { ...want.variables, VERIFY_SERVICE_SID: verifyServiceSid };
    return { functions: await account.functions.install(variables) };
  },
};
