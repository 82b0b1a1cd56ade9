import type { State, Transition } from '../model/flow-definition';
import { isJsonObject, type Json } from '../model/json';
import { portLabel } from './condition-label';

/** Characters of a template that are read; Studio itself has a limit of 16 KB, a card one of two lines. */
const LONGEST = 5000;

/** What a widget says or does, in lines of their own; a line may be long. */
export function wordsOf({ type, properties, transitions }: State): readonly string[] {
  const text = (key: string): string => shown(properties[key]);
  switch (type) {
    case 'trigger':
      return [`Starts on: ${wiredDoors(transitions)}`];
    case 'say-play':
    case 'gather-input-on-call':
      return [quoted(text('say')) || text('play') || text('digits')];
    case 'send-message':
    case 'send-and-wait-for-reply':
      return [quoted(text('body')) || text('media_url') || text('content_sid')];
    case 'split-based-on':
      return [text('input')];
    case 'set-variables':
      return assignments(properties['variables']);
    case 'run-function':
      return [pathOf(text('url'))];
    case 'run-subflow':
      return [named(text('flow_sid'))];
    case 'make-http-request':
      return [`${text('method')} ${text('url')}`.trim()];
    default:
      return firstTexts(properties);
  }
}

/** A property as people read it, without Liquid's tags and the longest of its prefixes. */
function shown(value: Json | undefined): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '';
  return lastBranches(value.slice(0, LONGEST)).replaceAll('flow.variables.', '').replace(/\s+/g, ' ').trim();
}

/** Of `if … else` the last branch, which is taken when no condition holds: so a text can be read as a sentence. */
function lastBranches(template: string): string {
  const open = [''];
  for (const part of template.split(/({%[^]*?%})/)) {
    const tag = /^{%-?\s*(\w+)/.exec(part)?.[1] ?? '';
    if (tag === 'if' || tag === 'unless') open.push('');
    else if (tag === 'elsif' || tag === 'else') open[open.length - 1] = '';
    else if (tag === 'endif' || tag === 'endunless') closeBranch(open);
    else open.push((open.pop() ?? '') + (part.startsWith('{%') ? '' : part));
  }
  return open.join('');
}

function closeBranch(open: string[]): void {
  const branch = open.pop() ?? '';
  open.push((open.pop() ?? '') + branch);
}

function wiredDoors(transitions: readonly Transition[]): string {
  const doors = transitions.filter(({ next }) => next !== undefined).map(portLabel);
  return doors.length === 0 ? 'nothing' : doors.join(', ');
}

function quoted(text: string): string {
  return text === '' ? '' : `“${text}”`;
}

function assignments(variables: Json | undefined): readonly string[] {
  const all = Array.isArray(variables) ? variables.filter(isJsonObject) : [];
  return all.map(({ key, value }) => `${shown(key)} = ${shown(value) || '""'}`);
}

/** `/start-verify` of a function's URL or placeholder. */
function pathOf(url: string): string {
  return named(url).replace(/^https?:\/\/[^/]+(?=\/)/, '');
}

/** `verify-subflow` of `${FLOW_SID:verify-subflow}`. */
function named(text: string): string {
  return /^\$\{\w+:(.+)\}$/.exec(text)?.[1] ?? text;
}

/** For types without a row: their first texts, whatever they are. */
function firstTexts(properties: State['properties']): readonly string[] {
  return Object.entries(properties)
    .filter(([key, value]) => key !== 'offset' && shown(value) !== '')
    .slice(0, 2)
    .map(([key, value]) => `${key}: ${shown(value)}`);
}
