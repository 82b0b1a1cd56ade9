import * as esbuild from 'esbuild';

/** What esbuild did, or the problems that it found, as sentences. */
export type Bundled =
  | { readonly kind: 'bundled'; readonly metafile: esbuild.Metafile | undefined }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

/** Runs esbuild; a mistake in a source is a value, and anything else is thrown. */
export async function runEsbuild(options: esbuild.BuildOptions): Promise<Bundled> {
  try {
    const { metafile } = await esbuild.build(options);
    return { kind: 'bundled', metafile };
  } catch (error) {
    if (isBuildFailure(error)) return { kind: 'failed', problems: error.errors.map(sentenceOf) };
    throw error;
  }
}

function isBuildFailure(error: unknown): error is esbuild.BuildFailure {
  return typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);
}

function sentenceOf(message: esbuild.Message): string {
  const at = message.location;
  if (at === null) return message.text;
  return `${at.file}:${String(at.line)}:${String(at.column + 1)}: ${message.text}`;
}
