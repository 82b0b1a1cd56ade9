import { withoutSecrets } from './without-secrets';

/**
 * Twilio's own words, without secrets; its code leads to the page that explains it (https://www.twilio.com/docs/api/errors).
 */
export function messageOf(error: unknown): string {
  return withoutSecrets(wordsOf(error));
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'number' ? ` (Twilio error ${error.code})` : '';
  return `${error.message}${detailsOf(error)}${code}`;
}

/** What Twilio adds: of a flow that it refuses, every problem with its place. */
function detailsOf(error: Error): string {
  if (!('details' in error) || typeof error.details !== 'object' || error.details === null) return '';
  const errors: unknown = 'errors' in error.details ? error.details.errors : undefined;
  if (!Array.isArray(errors)) return '';
  return errors.map((each) => `; ${oneProblem(each)}`).join('');
}

function oneProblem(problem: unknown): string {
  if (typeof problem !== 'object' || problem === null || !('message' in problem)) return String(problem);
  const place = 'property_path' in problem ? `${String(problem.property_path)}: ` : '';
  return place + String(problem.message);
}
