import { tagsIn, withoutTexts } from './lexed-tags';

/**
 * Finds what Studio's Liquid refuses before it parses (https://www.twilio.com/docs/api/errors/81018): a plus sign or a
 * letter beyond ASCII inside a tag, outside quotation marks. liquidjs would let some of it pass.
 */
export function lexicalError(template: string): string | undefined {
  for (const tag of tagsIn(template)) {
    const code = withoutTexts(tag);
    if (code.includes('+')) return `"+" is not allowed in ${tag}: use the filter plus`;
    if (/[^\t\n\r -~]/.test(code))
      return `a name in ${tag} has a letter beyond ASCII: use a to z, digits and _`;
  }
  return undefined;
}
