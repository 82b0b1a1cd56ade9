import { analyzeTemplate } from '../../liquid/analyze-template';
import type { State } from '../../model/flow-definition';
import { liquidIn } from '../reads';

/** Every variable that a widget's texts name, indexes included: where something has to be, for a flow to find it. */
export function pathsRead(state: State): (string | number)[][] {
  return liquidIn(state).flatMap((text) => {
    const analysis = analyzeTemplate(text);
    if (!analysis.ok) return [];
    const paths = analysis.reads.map(({ path }) => path.filter((part) => part !== null));
    return [...paths, ...throughLocalNames(text, paths)];
  });
}

/** `{% assign l = widgets.ask.parsed %}{{l.vip}}`: below what is read there may be what is read of a name of its own. */
function throughLocalNames(text: string, paths: readonly (string | number)[][]): (string | number)[][] {
  if (!/\{%-?\s*(assign|for)\b/.test(text)) return [];
  const last = [...text.matchAll(/\b\w+\.(\w+)\b(?!\.)/g)].map(([, key]) => key ?? '');
  return paths.flatMap((path) => last.map((key) => [...path, key]));
}
