import path from 'node:path';

import { drawFlows } from '../../studio/drawing/draw-flows';
import { newCommand, parseArguments } from '../command-line/new-command';
import type { ExitCode, Invocation } from '../command-line/run-command';
import { writeResult } from '../command-line/write-result';
import { readFlow } from './read-flow';
import type { Subcommand } from '../command-line/subcommands';

interface Options {
  readonly svg: string;
}

/** Draws flows as one SVG picture, each at its canvas offsets. */
export const drawCommand: Subcommand = {
  name: 'draw',
  summary: 'draws flows as an SVG picture, as the Studio canvas shows them',
  run: draw,
};

async function draw({ argv }: Invocation): Promise<ExitCode> {
  const command = newCommand(
    'studio',
    'Draws Studio flows as one SVG picture, as the Studio canvas shows them.',
  )
    .usage('draw <flow.json...> --svg FILE')
    .argument('<flows...>', 'files with flow definitions')
    .requiredOption('--svg <file>', 'where to write the picture');
  const parsed = parseArguments<Options>(command, argv);
  if (parsed.kind === 'exit') return parsed.code;
  const drawn = await Promise.all(
    command.args.map(async (file) => ({
      name: path.basename(file, '.json'),
      definition: await readFlow(file),
    })),
  );
  await writeResult(parsed.options.svg, drawFlows(drawn));
  process.stderr.write(`Drew ${String(drawn.length)} flow(s) into ${parsed.options.svg}.\n`);
  return 0;
}
