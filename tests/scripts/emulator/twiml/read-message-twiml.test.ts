import { readMessageTwiml } from '../../../../scripts/emulator/twiml/read-message-twiml';
import { twiml } from '../../../support/outgoing-calls';

describe('readMessageTwiml', () => {
  test.each([
    ['text of its own', '<Message> Hello </Message>', { to: '', from: '', body: 'Hello' }],
    ['a body', '<Message><Body>Hello</Body></Message>', { to: '', from: '', body: 'Hello' }],
    [
      'other ends',
      '<Message to="+14155550101" from="+14155550198">Hi</Message>',
      { to: '+14155550101', from: '+14155550198', body: 'Hi' },
    ],
  ])('reads a message with %s', (_what, inner, message) => {
    expect(readMessageTwiml(twiml(inner))).toEqual({ messages: [message], redirect: null });
  });

  test('reads up to a redirect', () => {
    const inner = '<Message>One</Message><Redirect method="get">/next</Redirect><Message>Two</Message>';
    expect(readMessageTwiml(twiml(inner))).toEqual({
      messages: [{ to: '', from: '', body: 'One' }],
      redirect: { url: '/next', method: 'GET' },
    });
  });

  test.each([
    ['no answer', { failure: 'network' }],
    ['an error', { ...twiml(''), status: 500 }],
    ['no XML', { ...twiml(''), body: 'Hello' }],
    ['another root', { ...twiml(''), body: '<Other/>' }],
  ] as const)('reads nothing in %s', (_what, result) => {
    expect(readMessageTwiml(result)).toBeNull();
  });
});
