import type { Check } from './check';
import { completeSubflowResults } from './complete-subflow-results';
import { completeWidgets } from './complete-widgets';
import { knownFlowVariables } from './known-flow-variables';
import { knownLiquid } from './known-liquid';
import { knownPlaceholders } from './known-placeholders';
import { knownRoots } from './known-roots';
import { knownSubflowParameters } from './known-subflow-parameters';
import { knownTriggerVariables } from './known-trigger-variables';
import { knownValues } from './known-values';
import { knownWidgetOutputs } from './known-widget-outputs';
import { noLiquidInLiterals } from './no-liquid-in-literals';
import { noLiteralWiring } from './no-literal-wiring';
import { noLongLiquidLoops } from './no-long-liquid-loops';
import { noSilentEnds } from './no-silent-ends';
import { noSpokenCodes } from './no-spoken-codes';
import { noUnboundedLoops } from './no-unbounded-loops';
import { noUnencodedUrls } from './no-unencoded-urls';
import { noUnhandledEvents } from './no-unhandled-events';
import { noUnreachableWidgets } from './no-unreachable-widgets';
import { singleArrows } from './single-arrows';
import { singleKeys } from './single-keys';
import { singlePrompt } from './single-prompt';
import { singleSplitInput } from './single-split-input';
import { singleSubflowRevision } from './single-subflow-revision';
import { singleTrigger } from './single-trigger';
import { subflowLimits } from './subflow-limits';

/**
 * Every check by the name of its rule, which tools may filter on: never rename one. `complete-…` asks for what is missing,
 * `known-…` for a name that exists, `no-…` forbids, `single-…` wants one of two or the same twice.
 */
export const checks: Readonly<Record<string, Check>> = {
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
