import { portLabel } from '../../../studio/drawing/condition-label';
import { wordsOf } from '../../../studio/drawing/widget-words';
import { state } from '../../support/flows';

describe('wordsOf', () => {
  test.each([
    ['say-play', { say: 'Hello' }, ['“Hello”']],
    ['say-play', { play: 'https://example.com/a.mp3' }, ['https://example.com/a.mp3']],
    ['say-play', { say: '{% if a %}{% if b %}x{% endif %}Hola{% else %}Hello{% endif %}.' }, ['“Hello.”']],
    ['say-play', { say: '{% endif %}{% else %}Hi {% if' }, ['“Hi {% if”']],
    ['split-based-on', { input: '{{flow.variables.tries}}' }, ['{{tries}}']],
    [
      'set-variables',
      {
        variables: [
          { key: 'a', value: '1' },
          { key: 'b', value: '' },
        ],
      },
      ['a = 1', 'b = ""'],
    ],
    ['run-function', { url: '${FUNCTION_URL:/start-verify}' }, ['/start-verify']],
    ['run-function', { url: 'https://example.com/start-verify' }, ['/start-verify']],
    ['run-subflow', { flow_sid: '${FLOW_SID:verify-subflow}' }, ['verify-subflow']],
    ['make-http-request', { method: 'GET', url: 'https://example.com' }, ['GET https://example.com']],
    ['send-message', { body: 'Hi' }, ['“Hi”']],
    [
      'connect-call-to',
      { offset: { x: 0 }, noun: 'number', record: false },
      ['noun: number', 'record: false'],
    ],
  ])('reads %s %j', (type, properties, words) => {
    expect(wordsOf(state('any', type, properties))).toEqual(words);
  });

  test('names the doors that a trigger leads on from', () => {
    expect(wordsOf(state('Trigger', 'trigger', {}, { incomingCall: 'a', incomingMessage: '' }))).toEqual([
      'Starts on: call',
    ]);
  });
});

describe('portLabel', () => {
  const match = (type: string, value?: string) => ({
    event: 'match',
    conditions: [{ friendly_name: '', arguments: [], type, ...(value !== undefined && { value }) }],
  });

  test.each([
    [{ event: 'audioComplete' }, 'audioComplete'],
    [{ event: 'incomingConversationMessage' }, 'conversation'],
    [match('equal_to', 'approved'), 'approved'],
    [match('equal_to', ''), '""'],
    [match('less_than', '3'), '< 3'],
    [match('regex', '[0-9]+'), '/[0-9]+/'],
    [match('is_blank', 'Is Blank'), 'blank'],
    [match('constructor', 'x'), 'constructor x'],
  ])('writes %j as %s', (transition, label) => {
    expect(portLabel(transition)).toBe(label);
  });
});
