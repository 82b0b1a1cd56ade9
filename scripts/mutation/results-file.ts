import { createHash } from 'node:crypto';
import { appendFileSync, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import type { FlowPair } from './judge/stage';
import type { Mutant } from './mutants';
import type { Verdict } from './verdict';

/** Verdicts in a file, one JSON object a line, so that a run that was interrupted goes on where it was. */
export interface ResultsFile {
  /** Those that were in it already, of the very flows that are mutated now; later ones replace earlier ones. */
  readonly known: ReadonlyMap<string, Verdict>;
  /** Adds one, at once: what is judged is not lost. */
  readonly append: (verdict: Verdict) => void;
}

/** What tells a mutant from all others of the same flows. */
export function keyOf({ flow, description }: Pick<Mutant, 'flow' | 'description'>): string {
  return `${flow}: ${description}`;
}

/** Opens a results file; one that is not there yet is empty. A line that was cut off in the middle is passed over. */
export async function openResults(path: string, original: FlowPair): Promise<ResultsFile> {
  const flows = createHash('sha256').update(JSON.stringify(original)).digest('hex').slice(0, 16);
  const text = existsSync(path) ? await readFile(path, 'utf8') : '';
  const verdicts = text.split('\n').flatMap((line) => verdictIn(line, flows));
  const isCutOff = text !== '' && !text.endsWith('\n');
  if (isCutOff) appendFileSync(path, '\n');
  return {
    known: new Map(verdicts.map((verdict) => [keyOf(verdict), verdict])),
    append: (verdict) => {
      appendFileSync(path, `${JSON.stringify({ flows, ...verdict })}\n`);
    },
  };
}

function verdictIn(line: string, wanted: string): Verdict[] {
  try {
    const { flows, ...verdict } = JSON.parse(line) as Verdict & { readonly flows: string };
    return flows === wanted ? [verdict] : [];
  } catch {
    return [];
  }
}
