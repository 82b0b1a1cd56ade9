import { optionalField } from '../otp/fields.private';
import type { FieldRule } from '../otp/fields.private';

/** No widget's answer is longer. https://developers.cloudflare.com/turnstile/get-started/server-side-validation/ */
const FORM_TEXT: FieldRule = { pattern: /^[^]{0,2048}$/, description: 'a text' };

/** A field of a form or a query; `undefined` when it is missing, repeated, or too long to look at. */
export function fieldText(event: unknown, name: string): string | undefined {
  const field = optionalField(event, name, FORM_TEXT);
  return field.kind === 'right' ? field.text : undefined;
}
