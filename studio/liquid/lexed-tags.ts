/** An output or a tag, and where it begins and ends. */
interface Tag {
  readonly text: string;
  readonly end: number;
}

/** Tags whose inside is no Liquid. */
const WITHOUT_LIQUID = /^\{%-?\s*(raw|comment)\b/;

/**
 * The outputs and tags of a template in order, those inside `raw` and `comment` left out. Ends at one that is not closed: the parser
 * says so. Looks at each letter a fixed number of times.
 */
export function tagsIn(template: string): readonly string[] {
  const tags: string[] = [];
  for (let tag = tagFrom(template, 0); tag !== undefined;) {
    tags.push(tag.text);
    const [, name] = WITHOUT_LIQUID.exec(tag.text) ?? [];
    tag = tagFrom(template, name === undefined ? tag.end : endOf(name, template, tag.end));
  }
  return tags;
}

/** What is outside quotation marks in a tag, each text in them as `""`. */
export function withoutTexts(tag: string): string {
  return tag.replace(/"[^"]*"|'[^']*'/g, '""');
}

function tagFrom(template: string, start: number): Tag | undefined {
  const opening = /\{\{|\{%/g;
  opening.lastIndex = start;
  const begin = opening.exec(template);
  if (begin === null) return undefined;
  const close = template.indexOf(begin[0] === '{{' ? '}}' : '%}', begin.index + 2);
  return close < 0 ? undefined : { text: template.slice(begin.index, close + 2), end: close + 2 };
}

/** Where the tag begins that ends another; the end of the template when there is none. */
function endOf(name: string, template: string, start: number): number {
  const closing = new RegExp(`\\{%-?\\s*end${name}\\b`, 'g');
  closing.lastIndex = start;
  return closing.exec(template)?.index ?? template.length;
}
