import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { normaliseDefinition } from './normalise-definition';
import { contentHash } from './stable-json';

/** What the commit message of a revision says that this project published. */
export interface PublishedVersion {
  /** File name of the flow without `.json`: `verify-subflow`. */
  readonly name: string;
  /** `1.2.0` */
  readonly version: string;
  /** `definitionHash` of the flow without wiring: the same in every account. */
  readonly contentHash: string;
  /** SID (ZB…) of the build that the functions ran when it was published: the one to go back to with it. */
  readonly buildSid: string;
}

const MESSAGE =
  /^([a-z0-9][a-z0-9-]*)@(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?) ([0-9a-f]{12}) (ZB[0-9a-f]{32})(?: .*)?$/s;

/** Writes a commit message: `verify-subflow@1.0.0 0123456789ab ZB…`. */
export function commitMessage({ name, version, contentHash: hash, buildSid }: PublishedVersion): string {
  return `${name}@${version} ${hash} ${buildSid}`;
}

/**
 * Reads a commit message: the inverse of `commitMessage`. Null for any other, such as those of the console. Words after the
 * build are passed over: a later version of this project may say more.
 */
export function readCommitMessage(text: string | null | undefined): PublishedVersion | null {
  const [, name, version, hash, buildSid] = MESSAGE.exec(text ?? '') ?? [];
  if (name === undefined || version === undefined || hash === undefined || buildSid === undefined)
    return null;
  return { name, version, contentHash: hash, buildSid };
}

/**
 * Twelve hexadecimal digits that tell one definition from another, whatever the order of keys, of widgets and of arrows
 * that exclude each other. Give it the definition with placeholders: SIDs differ from account to account.
 */
export function definitionHash(unwired: FlowDefinition): string {
  return contentHash(normaliseDefinition(unwired));
}
