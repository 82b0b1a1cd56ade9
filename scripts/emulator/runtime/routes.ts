import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** What a path of an environment leads to. */
export interface Route {
  readonly kind: 'function' | 'asset';
  /** As Twilio writes it: `/otp/request`, `/images/logo.png`. */
  readonly path: string;
  /** By the file's name: `x.protected.js`, `x.private.js`, else public. */
  readonly access: 'public' | 'protected' | 'private';
  /** Absolute. */
  readonly file: string;
}

/**
 * Reads `functions/` and `assets/` below a folder, by the naming rules of twilio-run
 * (https://www.twilio.com/docs/labs/serverless-toolkit/developing). A folder that is missing has nothing in it.
 */
export async function readRoutes(directory: string): Promise<Route[]> {
  const [functions, assets] = await Promise.all([
    listFiles(path.join(directory, 'functions')),
    listFiles(path.join(directory, 'assets')),
  ]);
  return [
    ...functions.filter((file) => file.name.endsWith('.js')).map((file) => toRoute('function', file)),
    ...assets.map((file) => toRoute('asset', file)),
  ];
}

interface FoundFile {
  /** Relative to its folder, with forward slashes. */
  readonly name: string;
  readonly file: string;
}

async function listFiles(directory: string): Promise<FoundFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, name: path.relative(directory, file).split(path.sep).join('/') }));
}

function toRoute(kind: Route['kind'], { name, file }: FoundFile): Route {
  const mark = /\.(protected|private)(?=\.[^./]+$)/.exec(name)?.[1];
  const access = mark === 'protected' || mark === 'private' ? mark : 'public';
  const unmarked = name.replace(/\.(?:protected|private)(?=\.[^./]+$)/, '');
  return { kind, access, file, path: `/${kind === 'function' ? unmarked.replace(/\.js$/, '') : unmarked}` };
}
