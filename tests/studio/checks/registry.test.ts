import { checkFlow } from '../../../studio/checks/check-flow';
import { checks } from '../../../studio/checks/registry';
import type { Problem } from '../../../studio/model/problem';
import { parseFlow } from '../../../studio/parsing/parse-flow';
import { completeSubflowResults } from './cases/complete-subflow-results';
import { completeWidgets } from './cases/complete-widgets';
import { knownFlowVariables } from './cases/known-flow-variables';
import { knownLiquid } from './cases/known-liquid';
import { knownPlaceholders } from './cases/known-placeholders';
import { knownRoots } from './cases/known-roots';
import { knownSubflowParameters } from './cases/known-subflow-parameters';
import { knownTriggerVariables } from './cases/known-trigger-variables';
import { knownValues } from './cases/known-values';
import { knownWidgetOutputs } from './cases/known-widget-outputs';
import { noLiquidInLiterals } from './cases/no-liquid-in-literals';
import { noLiteralWiring } from './cases/no-literal-wiring';
import { noLongLiquidLoops } from './cases/no-long-liquid-loops';
import { noSilentEnds } from './cases/no-silent-ends';
import { noSpokenCodes } from './cases/no-spoken-codes';
import { noUnboundedLoops } from './cases/no-unbounded-loops';
import { noUnencodedUrls } from './cases/no-unencoded-urls';
import { noUnhandledEvents } from './cases/no-unhandled-events';
import { noUnreachableWidgets } from './cases/no-unreachable-widgets';
import { singleArrows } from './cases/single-arrows';
import { singleKeys } from './cases/single-keys';
import { singlePrompt } from './cases/single-prompt';
import { singleSplitInput } from './cases/single-split-input';
import { singleSubflowRevision } from './cases/single-subflow-revision';
import { singleTrigger } from './cases/single-trigger';
import { subflowLimits } from './cases/subflow-limits';
import type { CheckCases, Clean } from './flows';

/** The cases of every rule, one file each. */
const casesByRule: Readonly<Record<string, CheckCases>> = {
  'complete-subflow-results': completeSubflowResults,
  'complete-widgets': completeWidgets,
  'known-flow-variables': knownFlowVariables,
  'known-liquid': knownLiquid,
  'known-placeholders': knownPlaceholders,
  'known-roots': knownRoots,
  'known-subflow-parameters': knownSubflowParameters,
  'known-trigger-variables': knownTriggerVariables,
  'known-values': knownValues,
  'known-widget-outputs': knownWidgetOutputs,
  'no-liquid-in-literals': noLiquidInLiterals,
  'no-literal-wiring': noLiteralWiring,
  'no-long-liquid-loops': noLongLiquidLoops,
  'no-silent-ends': noSilentEnds,
  'no-spoken-codes': noSpokenCodes,
  'no-unbounded-loops': noUnboundedLoops,
  'no-unencoded-urls': noUnencodedUrls,
  'no-unhandled-events': noUnhandledEvents,
  'no-unreachable-widgets': noUnreachableWidgets,
  'single-arrows': singleArrows,
  'single-keys': singleKeys,
  'single-prompt': singlePrompt,
  'single-split-input': singleSplitInput,
  'single-subflow-revision': singleSubflowRevision,
  'single-trigger': singleTrigger,
  'subflow-limits': subflowLimits,
};

const rules = Object.keys(checks);

function found(rule: string, { flow, options }: Clean): readonly Problem[] {
  return checkFlow(flow, options).filter((problem) => problem.rule === rule);
}

test('every rule has cases, and every case file a rule', () => {
  expect(Object.keys(casesByRule).sort()).toEqual([...rules].sort());
});

test('rules are listed by name', () => {
  expect(rules).toEqual([...rules].sort());
});

describe.each(rules)('%s', (rule) => {
  const { reported, clean } = casesByRule[rule] ?? { reported: [], clean: [] };

  test('has flows that it reports and flows that it leaves alone', () => {
    expect(reported.length).toBeGreaterThan(0);
    expect(clean.length).toBeGreaterThan(0);
  });

  test.each(reported)('reports $shows', (example) => {
    const problems = found(rule, example);
    expect(problems.map(({ severity, place }) => [severity, place])).toEqual(
      example.problems.map(([severity, place]) => [severity, place]),
    );
    example.problems.forEach(([, , part], index) => expect(problems[index]?.message).toContain(part));
  });

  test.each(clean)('leaves alone $shows', (example) => {
    expect(found(rule, example)).toEqual([]);
  });

  test.each([...reported, ...clean])('is asked about a flow that Studio takes: $shows', (example) => {
    const { problems } = parseFlow(example.flow, example.options);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
