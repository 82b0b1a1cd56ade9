import { contentHash } from '../versions/stable-json';

/** A thing that a deployment made, that it was allowed to use, or that it is about to make and knows no SID of yet. */
export type MarkedThing =
  | { readonly status: 'made' | 'used'; readonly sid: string }
  | {
      readonly status: 'making';
      /** `contentHash` of its friendly name: the next run may want another name, which somebody else may have given. */
      readonly nameHash: string;
    };

/**
 * What tells the things of an installation from those of other people: it is written into the environment before anything that
 * has no other mark is made, and `npm run destroy` goes by it. A name alone proves nothing.
 */
export interface Mark {
  readonly environment: 'made' | 'used';
  readonly verify: MarkedThing | null;
  readonly sync: MarkedThing | null;
  /** FW…; who made a flow stands in the commit message of its first revision. */
  readonly subflow: string | null;
  readonly parent: string | null;
  /** Names of the variables that deployments set, beside those that every deployment sets; `OTP_*` stands for all of a family. */
  readonly variables: readonly string[];
}

/** The variable of an environment that keeps the mark. */
export const MARK_KEY = 'DEPLOYMENT_MARK';

/** Bytes of a variable's value (https://www.twilio.com/docs/serverless/api/resource/variable). */
export const LONGEST_VALUE = 450;

/**
 * A mark as the value of its variable. Names of variables that do not fit are left out: they are never removed, which is the
 * safe side.
 */
export function formatMark(mark: Mark): string {
  const head = [
    `environment=${mark.environment}`,
    ...(mark.verify === null ? [] : [`verify=${formatThing(mark.verify)}`]),
    ...(mark.sync === null ? [] : [`sync=${formatThing(mark.sync)}`]),
    ...(mark.subflow === null ? [] : [`subflow=${mark.subflow}`]),
    ...(mark.parent === null ? [] : [`parent=${mark.parent}`]),
  ].join(' ');
  const names = new Set(mark.variables.map((name) => name.replace(FAMILY, '$1_*')));
  return [...names].sort().reduce((text, name) => {
    const longer = text === head ? `${head} variables=${name}` : `${text},${name}`;
    return Buffer.byteLength(longer) > LONGEST_VALUE ? text : longer;
  }, head);
}

/** Settings of one service, of which there are more than names that fit. */
const FAMILY = /^(OTP|WEB)_[A-Z_]+$/;

/** Whether a mark says that deployments set a variable. */
export function isMarkedVariable({ variables }: Pick<Mark, 'variables'>, name: string): boolean {
  return variables.includes(name) || variables.includes(name.replace(FAMILY, '$1_*'));
}

/** Reads the mark among the variables of an environment; null when there is none. */
export function readMark(
  variables: readonly { readonly key: string; readonly value: string }[],
): Mark | null {
  const value = variables.find(({ key }) => key === MARK_KEY)?.value;
  if (value === undefined) return null;
  const parts = new Map(value.split(' ').map((part) => toPair(part)));
  const names = parts.get('variables') ?? '';
  return {
    environment: parts.get('environment') === 'made' ? 'made' : 'used',
    verify: readThing(parts.get('verify')),
    sync: readThing(parts.get('sync')),
    subflow: parts.get('subflow') ?? null,
    parent: parts.get('parent') ?? null,
    variables: names === '' ? [] : names.split(','),
  };
}

/** The SID that a mark has for a thing; null when it does not know it. */
export function markedSid(thing: MarkedThing | null | undefined): string | null {
  return thing === null || thing === undefined || thing.status === 'making' ? null : thing.sid;
}

/** What a mark says of a thing right before it is made. */
export function making(friendlyName: string): MarkedThing {
  return { status: 'making', nameHash: contentHash(friendlyName) };
}

/** Whether a mark says that a deployment made this thing, or was about to make one of its name. */
export function isMarkedMade(
  marked: MarkedThing | null,
  { sid, friendlyName }: { readonly sid: string; readonly friendlyName: string },
): boolean {
  if (marked?.status === 'making') return marked.nameHash === contentHash(friendlyName);
  return marked?.status === 'made' && marked.sid === sid;
}

function formatThing(thing: MarkedThing): string {
  return `${thing.status}:${thing.status === 'making' ? thing.nameHash : thing.sid}`;
}

function readThing(text: string | undefined): MarkedThing | null {
  if (text === undefined) return null;
  const [status, sid = ''] = text.split(':');
  if (status === 'making') return { status, nameHash: sid };
  return status === 'made' || status === 'used' ? { status, sid } : null;
}

function toPair(part: string): [string, string] {
  const [key = '', ...rest] = part.split('=');
  return [key, rest.join('=')];
}
