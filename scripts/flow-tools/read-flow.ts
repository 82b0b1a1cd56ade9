import type { FlowDefinition } from '../../studio/model/flow-definition';
import { ConfigurationError } from '../command-line/configuration-error';
import { readFlowFile } from '../proving/read-flow-file';

/** A flow that can be run and drawn. Throws `broken-flow` with every error in it. */
export async function readFlow(file: string): Promise<FlowDefinition> {
  const read = await readFlowFile(file);
  if (read.ok) return read.flow;
  throw new ConfigurationError('broken-flow', read.problems.join('\n'));
}
