import { createApiContext } from '../../../../scripts/emulator/api/context';
import { seededIds } from '../../../../scripts/emulator/ids';
import type { EdgeRequest, FunctionsHost } from '../../../../scripts/emulator/runtime/functions-host';
import { startServer } from '../../../../scripts/emulator/server';
import { createFaults } from '../../../../scripts/emulator/simulate/faults';
import { createStore } from '../../../../scripts/emulator/store';
import { account } from '../../../support/local-twilio';
import { createManualClock } from '../../../support/manual-clock';
import { ask, type RawRequest } from '../../../support/raw-request';

describe('the domain of an environment', () => {
  const DOMAIN = 'verify-1234-dev.twil.io';

  /** Asks a server whose functions are deployed to these domains; also what reached the functions. */
  const askDeployed = async (request: RawRequest, domains: readonly string[]) => {
    const requests: EdgeRequest[] = [];
    const functionsHost: FunctionsHost = {
      install: () => Promise.resolve(),
      uninstall: () => Promise.resolve(),
      stop: () => Promise.resolve(),
      domains: () => domains,
      request: (reached) => {
        requests.push(reached);
        return Promise.resolve({
          status: 418,
          headers: { 'x-own': 'yes', 'content-length': '99' },
          body: 'tea',
        });
      },
    };
    const context = createApiContext({
      store: createStore(account),
      clock: createManualClock(),
      ids: seededIds('a'),
    });
    const result = await startServer({ port: 0, context, faults: createFaults(), functionsHost });
    if (result.kind !== 'started') throw new Error('Cannot start: no free port');
    const answer = await ask(result.server.url, request);
    await result.server.close();
    return { answer, requests };
  };

  test.each([DOMAIN, '127.0.0.1', 'localhost'])('%s gets requests, and answers as it likes', async (name) => {
    const request = { host: name, path: '/a/b?c=d', method: 'POST', body: 'e=f' };
    const { answer, requests } = await askDeployed(request, [DOMAIN]);
    expect(answer).toMatchObject({ status: 418, body: 'tea', headers: { 'x-own': 'yes' } });
    expect(requests).toMatchObject([{ method: 'POST', domain: DOMAIN, path: request.path, body: 'e=f' }]);
  });

  test.each([
    ['none', []],
    ['two', [DOMAIN, 'verify-1234.twil.io']],
  ])('is not guessed among %s', async (_count, domains) => {
    const { answer, requests } = await askDeployed({ host: '127.0.0.1', path: '/a' }, domains);
    expect([answer?.status, requests]).toEqual([404, []]);
  });
});
