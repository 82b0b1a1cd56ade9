import type { ResourceKind } from '../../entities/serverless-resource';
import type { ServerlessService } from '../../entities/serverless-service';
import type { ServerlessVersion } from '../../entities/serverless-version';
import type { Answer } from '../answers';
import type { Parameters } from '../parameters';
import { invalid, tooMany } from './errors';
import {
  type CountLimit,
  FUNCTION_VERSIONS_PER_BUILD,
  PRIVATE_ASSET_VERSIONS_PER_BUILD,
  SERVED_ASSET_VERSIONS_PER_BUILD,
} from './limits';

/** The versions that a build is made of. */
export interface BuildContents {
  readonly functionVersions: readonly ServerlessVersion[];
  readonly assetVersions: readonly ServerlessVersion[];
}

/** `refused`: what the API answers instead. */
export type FoundContents =
  | { readonly kind: 'found'; readonly contents: BuildContents }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** Finds the versions that `FunctionVersions` and `AssetVersions` of a build name, and whether they can be together. */
export function findContents(form: Parameters, service: ServerlessService): FoundContents {
  const functionVersions = findVersions('function', form.all('FunctionVersions'), service);
  const assetVersions = findVersions('asset', form.all('AssetVersions'), service);
  if (typeof functionVersions === 'string') return refused(invalid(functionVersions));
  if (typeof assetVersions === 'string') return refused(invalid(assetVersions));
  const contents = { functionVersions, assetVersions };
  const answer = problemOf(contents);
  return answer === null ? { kind: 'found', contents } : refused(answer);
}

/** A sentence when one is not there. Not public: the wording. */
function findVersions(
  kind: ResourceKind,
  sids: readonly string[],
  service: ServerlessService,
): readonly ServerlessVersion[] | string {
  const resources = [...service.resources[kind].values()];
  const versions: ServerlessVersion[] = [];
  for (const sid of new Set(sids)) {
    const version = resources.find((resource) => resource.versions.has(sid))?.versions.get(sid);
    if (version === undefined)
      return `${kind === 'function' ? 'Function' : 'Asset'} Version ${sid} was not found`;
    versions.push(version);
  }
  return versions;
}

function problemOf({ functionVersions, assetVersions }: BuildContents): Answer | null {
  if (functionVersions.length + assetVersions.length === 0)
    // Twilio's wording: https://github.com/twilio/twilio-cli/issues/215
    return invalid('At least one Function Version or Asset Version is required for Build.');
  const privateAssets = assetVersions.filter(({ visibility }) => visibility === 'private').length;
  const counts: readonly (readonly [number, CountLimit])[] = [
    [functionVersions.length, FUNCTION_VERSIONS_PER_BUILD],
    [assetVersions.length - privateAssets, SERVED_ASSET_VERSIONS_PER_BUILD],
    [privateAssets, PRIVATE_ASSET_VERSIONS_PER_BUILD],
  ];
  const exceeded = counts.find(([count, { maximum }]) => count > maximum);
  if (exceeded !== undefined) return tooMany(exceeded[1]);
  const path = findDuplicate({ functionVersions, assetVersions });
  return path === undefined ? null : invalid(`Path ${path} is used more than once in this Build`);
}

/**
 * Not public: what counts as the same place, and when Twilio says so; here at once. A private function and a private
 * asset may share a path, because neither can be reached by it.
 */
function findDuplicate({ functionVersions, assetVersions }: BuildContents): string | undefined {
  const places = [
    ...functionVersions.map((version) => placeOf('function', version)),
    ...assetVersions.map((version) => placeOf('asset', version)),
  ];
  const duplicate = places.find((place, index) => places.indexOf(place) < index);
  return duplicate?.replace(/^\w+:/, '');
}

function placeOf(kind: ResourceKind, { path, visibility }: ServerlessVersion): string {
  return `${visibility === 'private' ? kind : 'served'}:${path}`;
}

function refused(answer: Answer): FoundContents {
  return { kind: 'refused', answer };
}
