import { build } from 'esbuild';
import path from 'node:path';

/** What the browser gets: one script and one style sheet. */
export interface ClientBundle {
  readonly script: string;
  readonly style: string;
}

const CLIENT = path.join(__dirname, '..', 'client');

/** Bundles the browser's part of the page. It is ours, so a mistake in it is a bug and is thrown. */
export async function bundleClient(): Promise<ClientBundle> {
  const { outputFiles } = await build({
    entryPoints: [path.join(CLIENT, 'page.entry.ts'), path.join(CLIENT, 'styles', 'page.css')],
    outdir: CLIENT,
    entryNames: '[name]',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const textOf = (ending: string): string =>
    outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}
