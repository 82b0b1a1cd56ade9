import { compileFunction } from 'node:vm';

import type { Bundle, BundleFile } from './bundle';

/**
 * Why a build failed, as a clause. Twilio's API says only that it did
 * (https://www.twilio.com/docs/serverless/api/resource/build/build-status), so what can be found out here is looked at:
 * functions that cannot be parsed. Otherwise it names what is left, and where Twilio's own words are.
 */
export function explainFailedBuild(sid: string, bundle: Bundle, region = 'us1'): string {
  const broken = bundle.files.flatMap(problemOf);
  if (broken.length > 0) return `build ${sid} failed: ${broken.join('; ')}`;
  const packages = Object.entries(bundle.dependencies).map(([name, version]) => `${name} ${version}`);
  return (
    `build ${sid} failed, and Twilio's API does not say why: look at https://console.twilio.com/${region}/monitor/logs/debugger, ` +
    `and whether Twilio can install ${packages.join(', ') || 'what it needs'} for ${bundle.runtime}`
  );
}

function problemOf(file: BundleFile): string[] {
  if (file.kind !== 'function') return [];
  const source = new TextDecoder().decode(file.content);
  try {
    compileFunction(source, ['exports', 'require', 'module', '__filename', '__dirname']);
    return [];
  } catch (error) {
    return [
      `function ${file.path} cannot be parsed: ${error instanceof Error ? error.message : String(error)}`,
    ];
  }
}
