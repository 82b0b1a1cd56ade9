import fc from 'fast-check';
import { parseFlowScript } from '../../../studio/scripting/parse-flow-script';

const trigger = { call: { From: '+14155550100' } };

describe('parseFlowScript', () => {
  test('needs a trigger only', () => {
    expect(parseFlowScript({ trigger })).toEqual({
      ok: true,
      script: {
        trigger: { kind: 'call', parameters: { From: '+14155550100' } },
        parent: null,
        inputs: [],
        http: [],
        subflows: {},
        now: Date.UTC(2026, 0, 1),
      },
    });
  });

  test('reads every kind of input', () => {
    const inputs = [
      { digits: '1*#' },
      { speech: 'yes', confidence: 0.5 },
      { timeout: true },
      { reply: 'text', data: { NumMedia: '1' } },
      { event: 'busy' },
      { hangup: true },
    ];
    expect(parseFlowScript({ trigger, inputs })).toMatchObject({
      script: {
        inputs: [
          { kind: 'digits', digits: '1*#' },
          { kind: 'speech', text: 'yes', confidence: 0.5 },
          { kind: 'timeout' },
          { kind: 'reply', body: 'text', data: { NumMedia: '1' } },
          { kind: 'event', event: 'busy', data: {} },
          { kind: 'hangup' },
        ],
      },
    });
  });

  test('reads answers as text, as JSON and as failures', () => {
    const http = [
      { url: 'a', body: 'text' },
      { url: 'b', status: 404, body: { a: 1 } },
      { url: 'c', answers: [{ failure: 'timeout' }, { contentType: 'text/html', body: '<p>' }] },
    ];
    expect(parseFlowScript({ trigger, http })).toMatchObject({
      script: {
        http: [
          { answers: [{ status: 200, contentType: 'text/plain', body: 'text' }], repeats: true },
          { answers: [{ status: 404, contentType: 'application/json', body: '{"a":1}' }], repeats: true },
          {
            answers: [{ failure: 'timeout' }, { status: 200, contentType: 'text/html', body: '<p>' }],
            repeats: false,
          },
        ],
      },
    });
  });

  test('keeps what a subflow’s parent began with', () => {
    const parsed = parseFlowScript({
      trigger: { parent: { parameters: { to: 'x' } }, message: { Body: 'hi' } },
    });
    expect(parsed).toMatchObject({
      script: {
        trigger: { kind: 'message' },
        parent: { parameters: { to: 'x' }, trigger_type: 'message' },
      },
    });
  });

  test.each([
    ['no object', [], 'A flow script is a JSON object'],
    ['no trigger', {}, '"trigger" must say how the flow begins'],
    ['two triggers', { trigger: { ...trigger, message: {} } }, 'exactly one of call, message'],
    ['an unknown trigger', { trigger: { caller: {} } }, 'there is no "caller"'],
    ['a trigger that is none', { trigger: { call: '+1' } }, '"call" must be an object'],
    ['a parent that is none', { trigger: { parent: 1 } }, '"parent" must be an object'],
    ['an unknown key', { trigger, steps: [] }, '"steps" means nothing'],
    ['inputs that are no list', { trigger, inputs: {} }, '"inputs" must be a list'],
    [
      'an input of two kinds',
      { trigger, inputs: [{ digits: '1', hangup: true }] },
      'Input 1 must have exactly one',
    ],
    ['an input of no kind', { trigger, inputs: [{ press: '1' }] }, 'Input 1 must have exactly one'],
    [
      'letters for digits',
      { trigger, inputs: [{ digits: 'one' }] },
      'Input 1 must look like {"digits": "1"}',
    ],
    ['a number for digits', { trigger, inputs: [{ digits: 1 }] }, 'Input 1 must look like {"digits": "1"}'],
    ['hangup that is not true', { trigger, inputs: [{ hangup: false }] }, 'Input 1 must look like'],
    ['data that is none', { trigger, inputs: [{ event: 'a', data: 1 }] }, 'Input 1 must look like'],
    [
      'a key beside',
      { trigger, inputs: [{ timeout: true, data: {} }] },
      '"data" means nothing beside "timeout"',
    ],
    ['http that is no list', { trigger, http: {} }, '"http" must be a list'],
    ['no URL', { trigger, http: [{}] }, 'Answer 1: "url" must be a regular expression'],
    ['a URL that cannot be compiled', { trigger, http: [{ url: '(' }] }, 'Answer 1: "url" must be'],
    ['answers beside an answer', { trigger, http: [{ url: 'a', answers: [], status: 200 }] }, 'stands alone'],
    [
      'an unknown failure',
      { trigger, http: [{ url: 'a', failure: 'x' }] },
      '"failure" must be one of timeout',
    ],
    [
      'a status that is none',
      { trigger, http: [{ url: 'a', status: 99 }] },
      '"status" must be an HTTP status',
    ],
    ['an unknown key of an answer', { trigger, http: [{ url: 'a', code: 1 }] }, '"code" means nothing'],
    ['subflows that are no files', { trigger, subflows: { FW1: 1 } }, '"subflows" must name files'],
    ['a time that is none', { trigger, now: 'noon' }, '"now" must be a time'],
  ])('refuses %s', (_what, json, sentence) => {
    const parsed = parseFlowScript(json);
    expect(parsed.ok ? '' : parsed.problems.join('\n')).toContain(sentence);
  });

  test('reports all problems at once', () => {
    const parsed = parseFlowScript({ inputs: [{}, {}], http: 1, now: 2 });
    expect(parsed.ok ? [] : parsed.problems).toHaveLength(5);
  });

  test('never throws, whatever the JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => typeof parseFlowScript(json).ok === 'boolean'));
  });
});
