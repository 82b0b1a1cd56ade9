const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const textByName = { type: 'object', additionalProperties: { type: 'string' } };
const count = { type: 'integer', minimum: 0 };

const steps = {
  type: 'array',
  items: {
    oneOf: [
      object({ hears: text }),
      object({ beginsToHear: text }),
      object({
        presses: { type: 'string', pattern: '^([0-9*#]|\\{(code|wrongCode|oldCode|otherCode)\\})+$' },
      }),
      object({ silent: { const: true } }),
      object({ hangsUp: { const: true } }),
    ],
  },
};

const expected = object(
  {
    outcome: { enum: ['completed', 'hung-up', 'failed'] },
    status: { type: 'string' },
    verified: { enum: ['true', 'false', ''] },
    hears: texts,
    neverHears: texts,
    messages: count,
  },
  { attempts: { type: 'string', pattern: '^[0-9]+$' } },
);

const effect = {
  oneOf: [
    object({ kind: { const: 'answer' }, status: count, code: count, message: text }),
    object({ kind: { const: 'delay' }, milliseconds: count }),
    object({ kind: { enum: ['cut-before', 'cut-after'] } }),
  ],
};

const world = object(
  {},
  {
    lineType: { const: 'landline' },
    variables: textByName,
    subflowParameters: textByName,
    functions: { type: 'object', additionalProperties: { enum: ['throws', 'hangs'] } },
    faults: { type: 'array', items: object({ host: text, effect }, { path: text, times: count }) },
    earlierVerification: object(
      { secondsAgo: count },
      { sends: count, wrongChecks: count, ended: { enum: ['approved', 'canceled'] } },
    ),
    otherNumber: text,
    secondCall: object({ afterStep: count, steps, expect: expected }),
  },
);

/** JSON Schema of `ScriptedCall`: unknown keys are mistakes, so that no typing error passes as an ordinary world. */
export const scriptedCallSchema = object({
  title: text,
  world,
  call: object({ from: text, steps }),
  expect: expected,
});

/** An object with exactly these keys. */
function object(required: Record<string, object>, optional: Record<string, object> = {}): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}
