import type { WantedEnvironment } from './want';

/** SIDs that the settings give: these things are ours whatever their names. */
export interface ExplicitSids {
  readonly serverlessService?: string;
  readonly verifyService?: string;
  readonly syncService?: string;
  readonly verifySubflow?: string;
  readonly parentFlow?: string;
}

/** How the things of one environment are called in an account, and found again there. */
export interface Names {
  readonly environment: WantedEnvironment;
  readonly serverlessService: string;
  readonly verifyService: string;
  readonly syncService: string;
  readonly flow: (name: string) => string;
}

/** The environment that has no mark: what customers see is called as it is. */
const PRODUCTION = 'prod';

/**
 * Whether a text can name an environment: it becomes part of a domain
 * (https://www.twilio.com/docs/serverless/api/resource/environment).
 */
export function isEnvironmentName(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,14}[a-z0-9])?$/.test(text);
}

/** Names for an environment; one Serverless service is shared by all. */
export function namesFor(environment: string, verifyFriendlyName: string): Names {
  const isProduction = environment === PRODUCTION;
  const named = (name: string): string => (isProduction ? name : `${name} (${environment})`);
  return {
    environment: { name: environment, domainSuffix: isProduction ? null : environment },
    serverlessService: 'phone-verification',
    verifyService: isProduction ? verifyFriendlyName : `${verifyFriendlyName} ${environment}`,
    syncService: named('phone-verification'),
    flow: named,
  };
}
