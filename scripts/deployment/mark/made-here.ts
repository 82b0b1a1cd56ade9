const PROJECT = 'phone-verification';

/** The friendly name that this project gives to a Serverless service that it makes: what tells it from one that somebody else made. */
export const SERVICE_FRIENDLY_NAME = `${PROJECT} (made by npm run deploy)`;

const FUNCTION_MARK = ` (${PROJECT})`;

/** The friendly name of a function or an asset that this project makes, from its path; nobody but the console shows it. */
export function madeName(path: string): string {
  return path + FUNCTION_MARK;
}

/** Whether a function or an asset has such a name. */
export function isMadeName(friendlyName: string): boolean {
  return friendlyName.startsWith('/') && friendlyName.endsWith(FUNCTION_MARK);
}
