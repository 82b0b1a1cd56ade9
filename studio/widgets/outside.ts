import { conversationChannel } from '../model/conversation-channel';
import { isJsonObject, type Json, type JsonObject } from '../model/json';
import { parametersOf } from '../model/parameters';
import type { Input, OutsideWait } from '../model/wait';
import type { Outcome, Visit, Widget } from '../model/widget';

/** A warning of Studio that an event brings: Twilio's code and one sentence. */
export interface EventWarning {
  readonly code: number;
  readonly message: string;
}

/** A widget whose work is done outside, but for what is the same for all of them. */
export interface OutsideParts extends Omit<Widget, 'enter' | 'receive'> {
  /** What Twilio itself says with an event; variables that are told with it come on top. */
  readonly says?: Readonly<Record<string, JsonObject>>;
  /** The warning that an event brings, if any; `told` are its variables. */
  readonly warning?: (event: string, told: JsonObject, visit: Visit) => EventWarning | undefined;
  /** Events after which somebody is on the line who was not. */
  readonly answers?: readonly string[];
  /** The event after which the flow talks in a conversation. */
  readonly opensConversation?: string;
  /** After how many seconds it leaves by `timeout`; never when left out. */
  readonly timeoutSeconds?: (visit: Visit) => number | null;
  /** The event by which it leaves at once, without asking anybody; undefined when it may ask. */
  readonly refuses?: (visit: Visit) => string | undefined;
}

/** An event and its variables, as they were told. */
interface Told {
  readonly event: string;
  readonly data: JsonObject;
}

/**
 * Builds a widget that waits for somebody to say what happened. It leaves by the event that is told and stores the
 * variables that come with it; one that brings none leaves the old ones alone
 * (https://www.twilio.com/docs/studio/widget-library). Events that it does not have are ignored, as Studio does.
 */
export function outsideWidget(parts: OutsideParts): Widget {
  const {
    says: _says,
    warning: _warning,
    answers: _answers,
    opensConversation: _opens,
    timeoutSeconds,
    refuses,
    ...widget
  } = parts;
  return {
    ...widget,
    enter: (visit) => {
      const refused = refuses?.(visit);
      if (refused !== undefined) return leave(parts, visit, { event: refused, data: {} });
      const wait: OutsideWait = {
        kind: 'outside',
        type: parts.type,
        asks: asksOf(visit, parts.properties),
        events: eventsOf(parts, visit),
        timeoutSeconds: timeoutSeconds?.(visit) ?? null,
      };
      return { kind: 'wait', wait };
    },
    receive: (visit, input) => {
      const told = toldBy(visit, input);
      if (told === undefined || !eventsOf(parts, visit).includes(told.event)) return { kind: 'ignore' };
      return leave(parts, visit, told);
    },
  };
}

/** Where Twilio publishes no events, those that the console has written into the definition. */
function eventsOf({ isUnpublished, events }: OutsideParts, visit: Visit): readonly string[] {
  return isUnpublished ? [...new Set(visit.state.transitions.map((arrow) => arrow.event))] : events;
}

/** The end of a timeout and a hang-up are told as well, to widgets that know them. */
function toldBy(visit: Visit, input: Input): Told | undefined {
  switch (input.kind) {
    case 'outside-event':
      return input;
    case 'timeout':
      return { event: 'timeout', data: input.callParameters ?? {} };
    case 'hang-up':
      return visit.isWired('hangup') ? { event: 'hangup', data: input.callParameters ?? {} } : undefined;
    default:
      return undefined;
  }
}

function leave(parts: OutsideParts, visit: Visit, { event, data }: Told): Outcome {
  const outputs = { ...parts.says?.[event], ...data };
  const warning = parts.warning?.(event, outputs, visit);
  if (warning !== undefined) visit.warn(warning.code, warning.message);
  const channel = event === parts.opensConversation ? channelIn(visit, outputs) : undefined;
  const call = parts.answers?.includes(event) ? 'answered' : event === 'hangup' ? 'over' : undefined;
  return {
    kind: 'leave',
    event,
    ...(Object.keys(outputs).length > 0 && { outputs }),
    ...(channel !== undefined && { channel }),
    ...(call !== undefined && { call }),
  };
}

/** The conversation that was told, or named by the widget; undefined when neither is so. */
function channelIn(visit: Visit, { conversation }: JsonObject): JsonObject | undefined {
  const details = isJsonObject(conversation) ? conversation : {};
  const sid = details['sid'] ?? visit.text('conversation_sid');
  return sid === '' ? undefined : conversationChannel(sid, details);
}

/**
 * `failed` where the flow talks in a conversation already: there can be one only
 * (https://www.twilio.com/docs/studio/widget-library/resume-conversation).
 */
export function refusesSecond(visit: Visit): string | undefined {
  return visit.render('{{flow.channel.sid}}') === '' ? undefined : 'failed';
}

/** The properties, rendered where Studio does that; the place on the canvas and what is empty are left out. */
function asksOf(visit: Visit, specs: Widget['properties']): JsonObject {
  const asked = Object.entries(visit.state.properties).flatMap(([name, value]): [string, Json][] => {
    if (name === 'offset') return [];
    const spec = specs[name];
    const isLiteral = spec?.type === 'string' && spec.liquid !== true;
    const rendered = isLiteral ? value : renderedValue(visit, value);
    return rendered === '' ? [] : [[name, rendered]];
  });
  return Object.fromEntries(asked);
}

function renderedValue(visit: Visit, value: Json): Json {
  if (typeof value === 'string') return visit.render(value);
  if (!Array.isArray(value)) return value;
  const pairs = parametersOf(value);
  if (pairs.length === 0) return value.map((item: Json) => renderedValue(visit, item));
  return Object.fromEntries(pairs.map((pair) => [pair.key, visit.render(pair.value)]));
}
