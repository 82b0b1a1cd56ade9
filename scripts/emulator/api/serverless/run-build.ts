import { compileFunction } from 'node:vm';
import type { ServerlessBuild } from '../../entities/serverless-build';
import type { ServerlessVersion } from '../../entities/serverless-version';
import type { ApiContext } from '../context';

/** How long a build takes unless the platform is told otherwise. Not public: Twilio's takes some seconds to minutes. */
const BUILD_MILLISECONDS = 2000;

/**
 * Ends a build after its time. It fails when a function cannot be parsed: "We have run a health check on the uploaded
 * package" is all that https://www.twilio.com/docs/serverless/api/resource/build says of it, so that is a choice.
 */
export function runBuild(build: ServerlessBuild, { clock, serverless }: ApiContext): void {
  clock.schedule(serverless?.buildMilliseconds ?? BUILD_MILLISECONDS, () => {
    build.failure = build.functionVersions.map(problemOf).find((problem) => problem !== null) ?? null;
    build.status = build.failure === null ? 'completed' : 'failed';
    build.dateUpdated = clock.now();
  });
}

/** Parses a function as Node.js would, without running it. */
function problemOf({ path, content }: ServerlessVersion): string | null {
  try {
    compileFunction(content.toString(), ['exports', 'require', 'module', '__filename', '__dirname']);
    return null;
  } catch (error) {
    return `Function ${path} cannot be parsed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
