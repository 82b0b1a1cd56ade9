import type { Json } from '../model/json';
import { parametersOf } from '../model/parameters';
import type { Widget } from '../model/widget';
import { literalText } from './literal-text';
import { literal, parameters } from './properties';

/** Twilio's own sentence for a SID that is none, or that Liquid should fill in. */
const FLOW_SID = { expression: /^FW[0-9a-f]{32}$/, message: 'must be a valid, non-liquid flow sid' };

/** What the console and the REST API write: https://www.twilio.com/docs/api/errors/81021 */
const FLOW_REVISION = {
  expression: /^(LatestPublished|LatestDraft|LatestRevision|[1-9]\d*)$/,
  message: 'must be LatestPublished, LatestDraft or the number of a revision',
};

/**
 * Runs another flow inside this execution (https://www.twilio.com/docs/studio/widget-library/run-subflow). Its variables
 * come back as `widgets.<name>.<key>`; how frames are entered and left is the interpreter's business.
 */
export const runSubflow: Widget = {
  type: 'run-subflow',
  properties: {
    flow_sid: { ...literal, required: true, pattern: FLOW_SID },
    flow_revision: { ...literal, required: true, pattern: FLOW_REVISION },
    parameters,
  },
  events: ['completed', 'failed'],
  needsCall: false,
  analysis: {
    // The subflow's own variables: the checks look at its definition where they have it.
    outputs: () => 'any',
    noticed: () => ({ completed: 'heard' }),
    trouble: { failed: 'the subflow cannot be run' },
  },
  enter: (visit) => {
    const pairs = parametersOf(visit.property('parameters'));
    return {
      kind: 'run-subflow',
      flowSid: literalText(visit, 'flow_sid'),
      revision: literalText(visit, 'flow_revision'),
      parameters: Object.fromEntries(
        pairs.map((pair): [string, Json] => [
          pair.key,
          pair.type === 'json_object' ? visit.renderObject(pair.value, pair.key) : visit.render(pair.value),
        ]),
      ),
    };
  },
};
