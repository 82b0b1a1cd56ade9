import { NO_ANSWER, play } from './play';
import type { World } from './play';

const HTML = { status: 200, contentType: 'text/html', body: '<p>approved</p>' };
const BROKEN = { status: 500, contentType: 'application/json', body: '{"status":"approved","success":true}' };
const SENT = { start: ['sent'] };

interface Case {
  readonly name: string;
  readonly world: World;
  readonly status: string;
  readonly attempts?: string;
  readonly says: RegExp;
}

const CASES: readonly Case[] = [
  {
    name: 'right code',
    world: { ...SENT, check: ['approved'], acts: ['123456'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  {
    name: 'wrong then right',
    world: { ...SENT, check: ['pending', 'approved'], acts: ['1', '2'] },
    status: 'approved',
    attempts: '2',
    says: /number is verified/,
  },
  {
    name: 'third code right',
    world: { ...SENT, check: ['pending', 'invalid_code', 'approved'], acts: ['1', '2', '3'] },
    status: 'approved',
    attempts: '3',
    says: /number is verified/,
  },
  {
    name: 'three wrong',
    world: { ...SENT, check: ['pending', 'pending', 'pending'], acts: ['1', '2', '3'] },
    status: 'max_attempts_reached',
    attempts: '3',
    says: /too many wrong codes/,
  },
  {
    name: 'three too short',
    world: { ...SENT, check: ['invalid_code', 'invalid_code', 'invalid_code'], acts: ['1', '2', '3'] },
    status: 'max_attempts_reached',
    attempts: '3',
    says: /too many wrong codes/,
  },
  {
    name: 'Verify counts first',
    world: { ...SENT, check: ['max_attempts_reached'], acts: ['1'] },
    status: 'max_attempts_reached',
    attempts: '1',
    says: /too many wrong codes/,
  },
  {
    name: 'expired',
    world: { ...SENT, check: ['expired'], acts: ['1'] },
    status: 'expired',
    attempts: '1',
    says: /no longer valid/,
  },
  {
    name: 'two silences',
    world: { ...SENT, acts: ['silent', 'silent'] },
    status: 'no_input',
    attempts: '0',
    says: /did not receive a code/,
  },
  {
    name: 'two lone pounds',
    world: { ...SENT, acts: ['', ''] },
    status: 'no_input',
    attempts: '0',
    says: /did not receive a code/,
  },
  {
    name: 'silences apart',
    world: { ...SENT, check: ['pending'], acts: ['silent', '1', 'silent'] },
    status: 'no_input',
    attempts: '1',
    says: /did not receive a code/,
  },
  {
    name: 'four requests for a code',
    world: { start: ['sent', 'sent'], acts: ['*', '*', '*', '*'] },
    status: 'no_input',
    attempts: '0',
    says: /did not receive a code/,
  },
  {
    name: 'resend then right',
    world: { start: ['sent', 'sent'], check: ['approved'], acts: ['*', '1'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  {
    name: 'resend limited then right',
    world: { start: ['sent', 'rate_limited'], check: ['approved'], acts: ['*', '1'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  {
    name: 'resend fails then right',
    world: { start: ['sent', NO_ANSWER], check: ['approved'], acts: ['*', '1'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  {
    name: 'resend unsure then right',
    world: { start: ['sent', 'maybe_sent'], check: ['approved'], acts: ['*', '1'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  {
    name: 'start unsure then right',
    world: { start: ['maybe_sent'], check: ['approved'], acts: ['1'] },
    status: 'approved',
    attempts: '1',
    says: /number is verified/,
  },
  ...['invalid_number', 'unreachable', 'rate_limited', 'error'].map((status): Case => ({
    name: `start ${status}`,
    world: { start: [status] },
    status,
    attempts: '0',
    says: sentenceFor(status),
  })),
  ...['invalid_number', 'rate_limited', 'error'].map((status): Case => ({
    name: `check ${status}`,
    world: { ...SENT, check: [status], acts: ['1'] },
    status,
    attempts: '1',
    says: sentenceFor(status),
  })),
  ...[NO_ANSWER, BROKEN, HTML, 'canceled', ''].flatMap((answer, index): Case[] => [
    {
      name: `start answers nonsense ${index}`,
      world: { start: [answer] },
      status: 'error',
      attempts: '0',
      says: /went wrong/,
    },
    {
      name: `check answers nonsense ${index}`,
      world: { ...SENT, check: [answer], acts: ['1'] },
      status: 'error',
      attempts: '1',
      says: /went wrong/,
    },
  ]),
  ...[
    '',
    ' ',
    'anonymous',
    'restricted',
    '+266696687',
    '+7378742833',
    '+86282452253',
    '14155550100',
    '+0123',
    '+1 415',
  ].map((from): Case => ({
    name: `from ${JSON.stringify(from)}`,
    world: { from },
    status: 'invalid_number',
    attempts: '0',
    says: /withheld or not valid/,
  })),
];

function sentenceFor(status: string): RegExp {
  switch (status) {
    case 'invalid_number':
      return /withheld or not valid/;
    case 'unreachable':
      return /cannot receive our codes/;
    case 'rate_limited':
      return /too many requests/;
    default:
      return /went wrong/;
  }
}

describe('the shipped flows', () => {
  test.each(CASES)('$name: $status', ({ world, status, attempts, says }) => {
    const played = play(world);
    expect(played.outcome).toBe('completed');
    expect(played.warnings.filter((code) => code !== 81017)).toEqual([]);
    expect(played.result).toMatchObject({
      status,
      verified: String(status === 'approved'),
      to: world.from ?? '+14155550100',
      attempts,
    });
    expect(played.heard.at(-2)).toMatch(says);
    expect(played.heard.at(-1)).toMatch(/Goodbye\.$/);
    expect(played.widgets.includes('success')).toBe(status === 'approved');
  });

  test('let no earlier answer decide a later check', () => {
    const played = play({ ...SENT, check: ['pending', HTML, 'pending'], acts: ['1', '2', '3'] });
    expect(played.result).toMatchObject({ status: 'max_attempts_reached', verified: 'false' });
  });

  test.each(['silent', '*', '12', ''])('end without a result on hang-up after %p', (act) => {
    const played = play({ start: ['sent', 'sent'], check: ['invalid_code'], acts: [act, 'hangs up'] });
    expect(played.outcome).toBe('hung-up');
    expect(played.result).toEqual({});
    expect(played.widgets).not.toContain('success');
  });

  test('tell Verify the number, channel, language and call', () => {
    const { requests } = play({ ...SENT, check: ['approved'], acts: ['123456'] });
    expect(requests).toEqual([
      {
        path: '/start-verify',
        parameters: { to: '+14155550100', channel: 'sms', locale: 'en', callSid: 'CA0' },
      },
      { path: '/check-verify', parameters: { to: '+14155550100', code: '123456' } },
    ]);
  });

  test.each([
    [{}, 'Your code is on its way by text message to the number ending in 0, 1, 9, 9.'],
    [
      { channel: ' WhatsApp ' },
      'Your code is on its way by WhatsApp message to the number ending in 0, 1, 9, 9.',
    ],
    [{ language: 'en-GB' }, 'Your code is on its way by text message to the number ending in 0, 1, 9, 9.'],
    [{ language: 'est' }, 'Your code is on its way by text message to the number ending in 0, 1, 9, 9.'],
    [{ language: 'es' }, 'Su código va en camino por mensaje de texto al número que termina en 0, 1, 9, 9.'],
    [
      { language: 'ES-mx', channel: 'whatsapp' },
      'Su código va en camino por mensaje de WhatsApp al número que termina en 0, 1, 9, 9.',
    ],
  ])('say what was sent for %p', (parameters, sentence) => {
    const { heard } = play({
      parameters: { to: '+14155550199', ...parameters },
      ...SENT,
      acts: ['hangs up'],
    });
    expect(heard[1]).toContain(sentence);
    expect(heard.join(' ')).not.toContain('4155550199');
  });

  test('speak Spanish to the end of the subflow', () => {
    const played = play({
      parameters: { to: '+34600000000', language: 'es-ES' },
      start: ['maybe_sent', 'sent'],
      check: ['pending', 'invalid_code', 'approved'],
      acts: ['silent', '*', '*', '1', '2', '3'],
    });
    expect(played.heard.slice(1, -1).filter((text) => /[Tt]he |code|number/.test(text))).toEqual([]);
    expect(played.heard.at(-2)).toBe('Gracias. Su número está verificado.');
  });
});
