import type { ServerlessService } from '../../entities/serverless-service';

/**
 * What functions can be built for. Node.js 18 went on 10 November 2025, 24 came in July 2026
 * (https://www.twilio.com/en-us/changelog/node-js-v18-support-ending-for-twilio-functions-and-assets,
 * …/node-js-v24-is-now-available-for-twilio-functions).
 */
export const runtimes: readonly string[] = ['node20', 'node22', 'node24'];

/** "Node.js v22 remains the current default", by the second page. */
const defaultRuntime = 'node22';

/**
 * The runtime of a build that does not name one: that of the service's last successful build
 * (https://www.twilio.com/docs/errors/82007), or the default.
 */
export function runtimeFor(asked: string, service: ServerlessService): string {
  if (asked !== '') return asked;
  const last = [...service.builds.values()].findLast((build) => build.status === 'completed');
  return last?.runtime ?? defaultRuntime;
}
