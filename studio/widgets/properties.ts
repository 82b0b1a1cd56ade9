import type { PropertySpec } from '../model/widget';

/** Text that Liquid renders. */
export const template: PropertySpec = { type: 'string', liquid: true };

/** Text that is used as it stands. */
export const literal: PropertySpec = { type: 'string' };

/** `[{key, value, type?}]` */
export const parameters: PropertySpec = { type: 'parameters' };

/** The properties that choose and shape a voice, shared by Say/Play and Gather. */
export const speechProperties = {
  say: template,
  play: template,
  voice: template,
  language: template,
  loop: { type: 'integer', minimum: 1, maximum: 99 },
} as const satisfies Record<string, PropertySpec>;

/** The properties that Send Message and Send & Wait For Reply share. */
export const messageProperties = {
  from: { ...template, required: true },
  body: template,
  media_url: template,
  service: template,
  channel: template,
  attributes: template,
  message_type: { type: 'string', enumeration: ['custom', 'content_template'] },
  content_sid: literal,
  content_variables: parameters,
  shorten_urls: { type: 'boolean' },
} as const satisfies Record<string, PropertySpec>;
