import type { LogEntry } from '../../../studio/model/execution';
import { isJsonObject } from '../../../studio/model/json';

/** The variables that a subflow gave back, as text, when the entry says that one has completed; else undefined. */
export function subflowResult(entry: LogEntry): Readonly<Record<string, string>> | undefined {
  if (entry.kind !== 'step' || entry.type !== 'run-subflow' || entry.event !== 'completed') return undefined;
  const outputs = entry.frames.at(-1)?.widgets[entry.widget];
  if (!isJsonObject(outputs)) return {};
  const texts = Object.entries(outputs).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object' ? [] : [[key, String(value)]],
  );
  return Object.fromEntries(texts);
}
