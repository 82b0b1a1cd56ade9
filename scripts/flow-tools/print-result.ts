import type { FlowResult } from '../../studio/scripting/flow-result';

const ENDINGS: Readonly<Record<FlowResult['ended'], string>> = {
  completed: 'The flow came to its end.',
  waiting: 'The flow still waits: the script is over.',
  hungUp: 'The caller hung up.',
  failed: 'Studio would have stopped the flow.',
};

/** A result for people: the way, then what was heard, sent and asked, then how it ended. */
export function printResult(result: FlowResult): string {
  const { steps, heard, sent, requests, variables, warnings, ended, error } = result;
  const lines = [
    ...steps.map(({ widget, event, next }) => `${widget}: ${event} → ${next ?? '(end)'}`),
    ...section('Heard', heard),
    ...section(
      'Sent',
      sent.map(({ to, body }) => `${to}: ${body}`),
    ),
    ...section(
      'Asked',
      requests.map(({ method, url }) => `${method} ${url}`),
    ),
    ...section(
      'Variables',
      Object.entries(variables).map(([key, value]) => `${key} = ${JSON.stringify(value)}`),
    ),
    ...section(
      'Warnings',
      warnings.map(({ code, message }) => `${String(code)}: ${message}`),
    ),
    '',
    ENDINGS[ended],
    ...(error === undefined ? [] : [error]),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}
