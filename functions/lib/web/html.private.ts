/** Markup that was put together safely; nothing but `html` makes it. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: text, which is escaped; markup; a list of either; or nothing. */
export type Part = string | number | Html | undefined | false | readonly Part[];

/** A template of markup. Whatever is put in is text, and cannot become markup in an element or in a quoted attribute. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((all, string, index) => all + toMarkup(parts[index - 1]) + string) };
}

/** ` name="value"`, or nothing for what is missing; `true` is an attribute without a value. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  const written = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? [` ${name}`] : [` ${name}="${escape(String(value))}"`];
  });
  return { markup: written.join('') };
}

function toMarkup(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return 'markup' in part ? part.markup : part.map(toMarkup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
