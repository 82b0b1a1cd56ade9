import { assertNever } from '../../../studio/model/assert-never';
import type { Pull } from './pull';
import type { PulledFlow } from './pull-flow';

/** What a pull came to, in plain lines: each flow with what was edited, then what is left to do. */
export function pullLines(pulled: Pull): string[] {
  if (pulled.status === 'problems') return [];
  if (pulled.status === 'refused') return ['No file was changed.'];
  return [...pulled.flows.flatMap(linesOfFlow), ...pulled.next];
}

/** One sentence for each thing that was refused, and for each mistake in what came; none when all went well. */
export function pullTroubles(pulled: Pull): string[] {
  if (pulled.status === 'problems') return pulled.problems.map((problem) => `Cannot pull: ${problem}`);
  return pulled.flows.flatMap((flow) => {
    switch (flow.kind) {
      case 'refused':
        return [flow.problem];
      case 'pulled':
        return pulled.status === 'pulled' ? flow.problems : [];
      case 'same':
        return [];
      default:
        return assertNever(flow);
    }
  });
}

function linesOfFlow(flow: PulledFlow): string[] {
  switch (flow.kind) {
    case 'same':
      return [`kept     ${flow.name}: the file is as revision ${flow.revision} in the account`];
    case 'pulled':
      return [
        `pulled   ${flow.name}: revision ${flow.revision}`,
        ...flow.differences.map((line) => `         ${line}`),
      ];
    case 'refused':
      return [];
    default:
      return assertNever(flow);
  }
}
