/** What a browser has, and shows. */
interface Shown {
  readonly cookies: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The session of the page that a browser shows; where that names none, the one that it was let into last. */
export function shownSession({ text, cookies }: Shown): Readonly<Record<string, string | undefined>> {
  const last = Object.keys(cookies).at(-1) ?? '';
  const session = /ws_[\w-]{22}/.exec(text)?.[0] ?? /ws_[\w-]{22}/.exec(last)?.[0];
  return session === undefined ? {} : { session };
}

/** Hidden fields of the form that posts to a page. */
export function hiddenFields(text: string, page: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="/web/${page}"[^]*?</form>`).exec(text)?.[0] ?? '';
  const inputs = form.matchAll(/<input type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}
