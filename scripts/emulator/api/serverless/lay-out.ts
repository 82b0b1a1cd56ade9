import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ServerlessBuild } from '../../entities/serverless-build';
import type { ResourceKind } from '../../entities/serverless-resource';
import type { ServerlessVersion } from '../../entities/serverless-version';
import type { Route } from '../../runtime/routes';

/** The files of a build, and where each answers. */
export interface LaidOutBuild {
  readonly directory: string;
  readonly routes: readonly Route[];
}

/**
 * Writes the versions of a build below a folder, named as twilio-run would want them: `functions/x.protected.js`,
 * `assets/logo.private.png`. The routes go with them, because a name cannot say everything: a protected asset may have no
 * ending.
 */
export async function layOut(build: ServerlessBuild, directory: string): Promise<LaidOutBuild> {
  const routes = [
    ...build.functionVersions.map((version) => routeOf('function', version, directory)),
    ...build.assetVersions.map((version) => routeOf('asset', version, directory)),
  ];
  const contents = [...build.functionVersions, ...build.assetVersions].map(({ content }) => content);
  await mkdir(directory, { recursive: true });
  for (const [index, { file }] of routes.entries()) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, contents[index] ?? '');
  }
  return { directory, routes };
}

function routeOf(kind: ResourceKind, version: ServerlessVersion, directory: string): Route {
  const { path: urlPath, visibility: access } = version;
  const mark = access === 'public' ? '' : `.${access}`;
  const name = kind === 'function' ? `${urlPath}${mark}.js` : urlPath.replace(/(\.[^./]+)?$/, `${mark}$1`);
  return { kind, access, path: urlPath, file: path.join(directory, `${kind}s`, name) };
}
