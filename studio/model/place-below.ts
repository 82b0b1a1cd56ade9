/**
 * The place of what stands under a key, as a JSON pointer: `~` and `/` in the key are escaped
 * (https://www.rfc-editor.org/rfc/rfc6901#section-3).
 */
export function placeBelow(place: string, key: string | number): string {
  return `${place}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
