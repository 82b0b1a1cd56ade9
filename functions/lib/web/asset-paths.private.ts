/** Where the pages' own files are; their names change with their contents, so that browsers may keep them. */
export interface AssetPaths {
  readonly script: string;
  readonly style: string;
  readonly icon: string;
}

/** The build puts the names in here: `scripts/bundling/bundle-assets.ts`. Where nothing was built, they are those of the sources. */
export function assetPaths(): AssetPaths {
  const names = new Map(Object.entries(parse(process.env['BUILT_ASSETS'] ?? '{}')));
  const of = (name: string): string => `/${names.get(name) ?? name}`;
  return { script: of('web.js'), style: of('web.css'), icon: of('web-icon.svg') };
}

function parse(text: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(text);
  const entries = Object.entries(Object(value) as object);
  return Object.fromEntries(
    entries.flatMap(([name, path]) => (typeof path === 'string' ? [[name, path]] : [])),
  );
}
