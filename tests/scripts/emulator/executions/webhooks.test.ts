import { validateRequest } from 'twilio/lib/webhooks/webhooks';

import type { TransportRequest } from '../../../../scripts/emulator/executions/transport';
import { createWebhooks } from '../../../../scripts/emulator/executions/webhooks';
import { account } from '../../../support/local-twilio';
import { createManualClock } from '../../../support/manual-clock';

const url = 'https://example.com/status?a=1';
const parameters = { MessageStatus: 'sent', To: '+14155550100' };

function arrange() {
  const sent: TransportRequest[] = [];
  const clock = createManualClock();
  const webhooks = createWebhooks({
    account,
    clock,
    transport: (request) => {
      sent.push(request);
      return sent.length === 1 ? new Promise(() => undefined) : Promise.reject(new Error('No more'));
    },
  });
  return { sent, clock, webhooks };
}

const signatureOf = (request: TransportRequest | undefined): string =>
  request?.headers['x-twilio-signature'] ?? '';

describe('a webhook', () => {
  test('is a signed form', () => {
    const { sent, webhooks } = arrange();
    void webhooks({ method: 'POST', url, parameters });
    expect(sent).toMatchObject([{ method: 'POST', body: 'MessageStatus=sent&To=%2B14155550100' }]);
    expect(sent[0]?.url.href).toBe(url);
    expect(validateRequest(account.authToken, signatureOf(sent[0]), url, parameters)).toBe(true);
  });

  test('by GET carries its parameters in the signed address', () => {
    const { sent, webhooks } = arrange();
    void webhooks({ method: 'GET', url, parameters });
    const address = `${url}&MessageStatus=sent&To=%2B14155550100`;
    expect(sent).toMatchObject([{ method: 'GET', body: '' }]);
    expect(sent[0]?.url.href).toBe(address);
    expect(validateRequest(account.authToken, signatureOf(sent[0]), address, {})).toBe(true);
  });

  test('is given up after fifteen seconds', async () => {
    const { clock, webhooks } = arrange();
    let isOver = false;
    const answer = webhooks({ method: 'POST', url, parameters }).finally(() => (isOver = true));
    clock.advance(14_999);
    await Promise.resolve();
    expect(isOver).toBe(false);
    clock.advance(1);
    expect(await answer).toEqual({ failure: 'timeout' });
  });
});
