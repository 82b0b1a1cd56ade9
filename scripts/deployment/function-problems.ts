import { readOtpSettings } from '../../functions/lib/otp/otp-settings.private';
import { readProofSettings } from '../../functions/lib/otp/proof-settings.private';
import { readPublicOrigin } from '../../functions/lib/otp/public-origin.private';
import { readWebSettings } from '../../functions/lib/web/web-settings.private';
import { ConfigurationError } from '../../functions/lib/settings.private';

type Variables = Readonly<Record<string, string>>;

/** The deployment itself sets this one; until then, any Sync service will do. */
const ANY_SYNC_SERVICE = { SYNC_SERVICE_SID: 'default' };

/**
 * What the functions themselves would say of these variables, before anything is deployed: one sentence that names the variable,
 * never its value. A service is judged when the variable that it cannot do without is there; the others then switch nothing on.
 */
export function functionProblems(variables: Variables): readonly string[] {
  return [
    ...(variables['OTP_API_KEYS'] === undefined
      ? ivrProblems(variables)
      : problemsOf(readOtpSettings, variables)),
    ...(variables['WEB_RETURN_ORIGINS'] === undefined ? [] : problemsOf(readWebSettings, variables)),
  ];
}

/** The IVR alone proves with a signing key, too. */
function ivrProblems(variables: Variables): readonly string[] {
  if (variables['OTP_SIGNING_KEY'] === undefined) return [];
  return problemsOf((all) => [readProofSettings(all), readPublicOrigin(all)], variables);
}

function problemsOf(read: (variables: Variables) => unknown, variables: Variables): readonly string[] {
  try {
    read({ ...variables, ...ANY_SYNC_SERVICE });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [`the functions with these settings: ${mend(error.message)}`];
  }
}

function mend(message: string): string {
  return `${message.replace(/^The environment variable /, '').replace(/\.$/, '')}; mend it in .env or in the environment`;
}
