import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real flows of other people, as they may lie beside the project; a clone of the project alone has none. */
const folder = process.env['FLOWS_FOLDER'] ?? join(__dirname, '..', '..', '..', 'shared', 'flows');

/** A flow that somebody really wrote. */
export interface RealFlow {
  readonly file: string;
  readonly json: unknown;
}

/** Every one that is there: in the folder that FLOWS_FOLDER names, or beside the project. */
export function realFlows(): readonly RealFlow[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map((file) => ({
    file,
    json: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown,
  }));
}

/** How many there are, for the name of a test: says so where there are none. */
export function countOf(flows: readonly RealFlow[]): string {
  return flows.length === 0 ? 'none here: set FLOWS_FOLDER to a folder of flows' : String(flows.length);
}
