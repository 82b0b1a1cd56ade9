import { CODE_PLACEHOLDERS, type CodePlaceholder } from './call-script';

/** The codes that a caller knows; `wrongCode` follows from `code`. */
export type KnownCodes = Partial<Readonly<Record<Exclude<CodePlaceholder, 'wrongCode'>, string>>>;

/** Keys that can be pressed, or the placeholder that nothing is known for. */
export type ExpandedKeys =
  { readonly ok: true; readonly keys: string } | { readonly ok: false; readonly missing: CodePlaceholder };

/** Puts codes in the place of `{code}` and its like. */
export function expandKeys(keys: string, known: KnownCodes): ExpandedKeys {
  const codes = { ...known, wrongCode: known.code === undefined ? undefined : wrongCode(known.code) };
  const missing = CODE_PLACEHOLDERS.find((name) => keys.includes(`{${name}}`) && codes[name] === undefined);
  if (missing !== undefined) return { ok: false, missing };
  const expanded = CODE_PLACEHOLDERS.reduce(
    (text, name) => text.replaceAll(`{${name}}`, codes[name] ?? ''),
    keys,
  );
  return { ok: true, keys: expanded };
}

/** The code in the text of a message: its first run of 4 to 10 digits, which is how long Verify makes them. */
export function codeIn(text: string): string | undefined {
  return /(?<!\d)\d{4,10}(?!\d)/.exec(text)?.[0];
}

/** As long as the code, and different in its last digit. */
function wrongCode(code: string): string {
  const last = Number(code.at(-1));
  return code.slice(0, -1) + String((last + 1) % 10);
}
