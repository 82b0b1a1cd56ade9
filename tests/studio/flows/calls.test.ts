import { WITHHELD_CALLER_IDS } from '../../../functions/lib/withheld-caller-ids.private';
import { CASES, HTML, SENT } from './cases';
import { play, PROOF } from './play';

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
      proof: status === 'approved' ? PROOF : '',
    });
    expect(played.heard.at(-2)).toMatch(says);
    expect(played.heard.at(-1)).toMatch(/Goodbye\.$/);
    expect(played.widgets.includes('success')).toBe(status === 'approved');
  });

  test.each([...WITHHELD_CALLER_IDS.keys()])('ask no function about %s', (from) => {
    const played = play({ from });
    expect(played.requests).toEqual([]);
    expect(played.result).toMatchObject({ status: 'invalid_number', to: from });
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
      acts: ['*', '*', '1', '2', '3'],
    });
    expect(played.heard.slice(1, -1).filter((text) => /[Tt]he |code|number/.test(text))).toEqual([]);
    expect(played.heard.at(-2)).toBe('Gracias. Su número está verificado.');
  });
});
