import type { Trigger } from '../model/execution';
import { isJsonObject, type Json } from '../model/json';

/** Parameters that hold JSON; Studio shows what is in them (https://www.twilio.com/docs/studio/widget-library/trigger-start). */
const PARSED = ['AddOns', 'ChannelAttributes'];

/** A trigger as flows see it: webhook parameters verbatim, but for those that Studio parses. */
export function receivedTrigger(trigger: Trigger): Trigger {
  const { kind, parameters } = trigger;
  if (!PARSED.some((name) => typeof parameters[name] === 'string')) return trigger;
  const parsed = PARSED.flatMap((name): [string, Json][] => {
    const value = parameters[name];
    return value === undefined ? [] : [[name, objectIn(value)]];
  });
  return { kind, parameters: { ...parameters, ...Object.fromEntries(parsed) } };
}

function objectIn(value: Json): Json {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return isJsonObject(parsed) ? parsed : value;
  } catch {
    return value;
  }
}
