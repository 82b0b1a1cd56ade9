import { syncSdkPort } from '../../../../functions/lib/otp/sync-sdk-port.private';
import type { SyncPort } from '../../../../functions/lib/otp/sync-port.private';
import { startLocalTwilio } from '../../../support/local-twilio';
import { createFakeSync } from '../../fakes/fake-sync';
import type { LocalTwilio } from '../../../support/local-twilio';

/** The same for the SDK over the local Twilio, and for the fake that all other tests trust. */
describe.each(['the SDK', 'the fake'])('documents by way of %s', (way) => {
  let local: LocalTwilio;
  let port: SyncPort;

  beforeEach(async () => {
    local = await startLocalTwilio();
    const { sid } = await local.client.sync.v1.services.create({});
    port =
      way === 'the SDK'
        ? syncSdkPort(local.client, sid)
        : createFakeSync({ now: () => local.clock.now(), after: () => () => undefined, random: () => 0 });
  });

  afterEach(async () => {
    await local.stop();
  });

  test('are created once, read, and changed under their revision', async () => {
    const created = await port.create('a', { n: 1 }, 60);
    expect(created).toEqual({ kind: 'done', value: { data: { n: 1 }, revision: '0' } });
    expect(await port.create('a', { n: 2 }, 60)).toMatchObject({ kind: 'refused', code: 54301 });
    const changed = await port.update('a', { data: { n: 3 }, revision: '0' });
    expect(changed).toEqual({ kind: 'done', value: { data: { n: 3 }, revision: '1' } });
    const late = await port.update('a', { data: { n: 4 }, revision: '0' });
    expect(late).toMatchObject({ kind: 'refused', code: 54103 });
    expect(await port.fetch('a')).toEqual(changed);
  });

  test('are missing when nobody made them, and when their time is over', async () => {
    expect(await port.fetch('a')).toMatchObject({ kind: 'refused', code: 20404 });
    const update = await port.update('a', { data: {}, revision: '0' });
    expect(update).toMatchObject({ kind: 'refused', code: 20404 });
    await port.create('a', {}, 60);
    local.clock.advance(60_000);
    expect(await port.fetch('a')).toMatchObject({ kind: 'refused', code: 20404 });
  });

  test('get more time with a change that says so', async () => {
    await port.create('a', {}, 60);
    await port.update('a', { data: {}, revision: '0', ttlSeconds: 120 });
    local.clock.advance(60_000);
    expect(await port.fetch('a')).toMatchObject({ kind: 'done' });
  });
});
