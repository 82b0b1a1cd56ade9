import type { ResourceKind, ServerlessResource } from '../../entities/serverless-resource';
import type { ServerlessService } from '../../entities/serverless-service';
import type { ServerlessVersion, Visibility } from '../../entities/serverless-version';
import { type Answer, created, missingParameter } from '../answers';
import type { Route } from '../product';
import { invalid } from '../serverless/errors';
import { type With, withResource } from '../serverless/find';
import { formatVersion } from '../serverless/format-version';
import { PRIVATE_ASSET_BYTES, SERVED_ASSET_BYTES } from '../serverless/limits';
import { segments } from '../serverless/segments';
import { isPath, isVisibility } from '../serverless/validation';

/** Making a Function Version or an Asset Version (https://www.twilio.com/docs/serverless/api/resource/function-version). */
export function uploadRoutes(kind: ResourceKind): readonly Route[] {
  const { collection, sid } = segments[kind];
  return [
    {
      method: 'POST',
      path: `/v1/Services/{ServiceSid}/${collection}/{${sid}}/Versions`,
      required: ['Path', 'Visibility'],
      handle: withResource(kind, sid, create(kind)),
    },
  ];
}

function create(kind: ResourceKind): With<[ServerlessResource, ServerlessService]> {
  return ({ form, files }, context, resource, service) => {
    const path = withSlash(form.text('Path'));
    const visibility = form.text('Visibility');
    const content = files.get('Content');
    if (!isPath(path)) return invalid('Path has to be URL-friendly and at most 255 characters long');
    if (!isVisibility(visibility)) return invalid('Visibility has to be public, protected or private');
    if (content === undefined) return missingParameter('Content', 20001);
    const problem = problemOfSize(kind, visibility, content);
    if (problem !== null) return problem;
    const dateCreated = context.clock.now();
    const sid = context.ids.sid('ZN');
    const version: ServerlessVersion = {
      sid,
      resourceSid: resource.sid,
      path,
      visibility,
      content,
      dateCreated,
    };
    resource.versions.set(sid, version);
    return created(formatVersion(kind, version, service, context));
  };
}

/** "The path will automatically be prepended with one", by the page above. */
function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** Not public: how Twilio refuses a file that is too large, and how large a function may be; it may be of any size here. */
function problemOfSize(kind: ResourceKind, visibility: Visibility, content: Buffer): Answer | null {
  if (kind === 'function') return null;
  const maximum = visibility === 'private' ? PRIVATE_ASSET_BYTES : SERVED_ASSET_BYTES;
  return content.length > maximum
    ? invalid(`Content of a ${visibility} Asset is limited to ${maximum} bytes`)
    : null;
}
