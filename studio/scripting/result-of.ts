import { assertNever } from '../model/assert-never';
import type { Ending, Execution, LogEntry } from '../model/execution';
import type { FlowResult } from './flow-result';
import type { Witnessed } from './witness';

/** Puts the result together; `misfit` is where flow and script do not fit together, if anywhere. */
export function resultOf(
  { frames, ending }: Execution,
  log: readonly LogEntry[],
  witnessed: Witnessed,
  misfit: string | undefined,
): FlowResult {
  const { heard, sent, requests } = witnessed;
  const error = misfit ?? (ending?.outcome === 'failed' ? ending.message : undefined);
  return {
    steps: log.flatMap((entry) => {
      if (entry.kind !== 'step') return [];
      const { widget, event, next } = entry;
      return [{ widget, event, next }];
    }),
    heard: [...heard],
    sent: [...sent],
    requests: [...requests],
    variables: frames[0]?.variables ?? {},
    widgets: frames[0]?.widgets ?? {},
    ended: endedBy(ending),
    warnings: log.flatMap((entry) =>
      entry.kind === 'warning' ? [{ code: entry.code, message: entry.message }] : [],
    ),
    ...(error !== undefined && { error }),
  };
}

function endedBy(ending: Ending | null): FlowResult['ended'] {
  if (ending === null) return 'waiting';
  switch (ending.outcome) {
    case 'completed':
    case 'stopped':
      return 'completed';
    case 'hung-up':
      return 'hungUp';
    case 'failed':
      return 'failed';
    default:
      return assertNever(ending);
  }
}
