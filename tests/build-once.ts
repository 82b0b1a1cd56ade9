import path from 'node:path';

import { buildProject } from '../scripts/bundling/build-project';

/** Jest's global set-up: tests that run what Twilio would run find it in `dist/`, built once from this very tree. */
export default async function buildOnce(): Promise<void> {
  const rootDirectory = path.resolve(__dirname, '..');
  const report = await buildProject({ rootDirectory, outputDirectory: path.join(rootDirectory, 'dist') });
  if (report.status === 'failed') throw new Error(report.problems.join('\n'));
}
