import type { Condition, FlowDefinition, State, Transition } from '../model/flow-definition';
import { isJsonObject, type Json, type JsonObject } from '../model/json';

/**
 * Builds the typed definition from JSON that the parser found in order. What is absent becomes empty, an arrow to nowhere
 * (`next` absent, empty or null) has no `next`; nothing else is changed.
 */
export function flowObject(json: JsonObject): FlowDefinition {
  const flags = json['flags'];
  return {
    description: text(json['description']),
    initial_state: text(json['initial_state']),
    states: list(json['states']).map(stateObject),
    ...(isJsonObject(flags) && {
      flags: { allow_concurrent_calls: flags['allow_concurrent_calls'] === true },
    }),
  };
}

function stateObject(json: JsonObject): State {
  const { properties } = json;
  return {
    name: text(json['name']),
    type: text(json['type']),
    transitions: list(json['transitions']).map(transitionObject),
    properties: isJsonObject(properties) ? properties : {},
  };
}

function transitionObject(json: JsonObject): Transition {
  const { next, conditions } = json;
  return {
    event: text(json['event']),
    ...(typeof next === 'string' && next !== '' && { next }),
    ...(conditions !== undefined && { conditions: list(conditions).map(conditionObject) }),
  };
}

function conditionObject(json: JsonObject): Condition {
  const { value, arguments: tested } = json;
  return {
    friendly_name: text(json['friendly_name']),
    arguments: Array.isArray(tested) ? tested.map(text) : [],
    type: text(json['type']),
    ...(typeof value === 'string' && { value }),
  };
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function list(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
