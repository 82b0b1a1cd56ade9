import { verify } from '../../../../../scripts/emulator/api/verify/product';
import type { LocalTwilio } from '../../../../support/local-twilio';
import { type RouteCase, testRoutes } from '../../../../support/route-cases';

const to = '+14155550100';
const service = '/v2/Services';
const limits = `${service}/{ServiceSid}/RateLimits`;
const buckets = `${limits}/{RateLimitSid}/Buckets`;

async function aService({ client }: LocalTwilio) {
  const { sid } = await client.verify.v2.services.create({ friendlyName: 'Example' });
  return client.verify.v2.services(sid);
}

async function aVerification(twilio: LocalTwilio) {
  const { verifications } = await aService(twilio);
  const { sid } = await verifications.create({ to, channel: 'sms' });
  return verifications(sid);
}

async function aLimit(twilio: LocalTwilio) {
  const { rateLimits } = await aService(twilio);
  const { sid } = await rateLimits.create({ uniqueName: 'per_number', description: 'one caller' });
  return rateLimits(sid);
}

async function aBucket(twilio: LocalTwilio) {
  const limit = await aLimit(twilio);
  const { sid } = await limit.buckets.create({ max: 3, interval: 600 });
  return limit.buckets(sid);
}

const cases: Record<string, RouteCase> = {
  [`POST ${service}`]: async ({ client }) => {
    const made = await client.verify.v2.services.create({
      friendlyName: 'Example',
      codeLength: 4,
      dtmfInputRequired: false,
    });
    expect(made).toMatchObject({ friendlyName: 'Example', codeLength: 4, dtmfInputRequired: false });
  },
  [`GET ${service}`]: async ({ client }) => {
    for (const friendlyName of ['One', 'Two', 'Three'])
      await client.verify.v2.services.create({ friendlyName });
    const listed = await client.verify.v2.services.list({ pageSize: 2 });
    expect(listed.map((each) => each.friendlyName)).toEqual(['Three', 'Two', 'One']);
  },
  [`GET ${service}/{Sid}`]: async (twilio) => {
    expect(await (await aService(twilio)).fetch()).toMatchObject({ codeLength: 6, dtmfInputRequired: true });
  },
  [`POST ${service}/{Sid}`]: async (twilio) => {
    const changed = await (await aService(twilio)).update({ codeLength: 8, lookupEnabled: true });
    expect(changed).toMatchObject({ friendlyName: 'Example', codeLength: 8, lookupEnabled: true });
  },
  [`DELETE ${service}/{Sid}`]: async (twilio) => {
    const made = await aService(twilio);
    await made.remove();
    await expect(made.fetch()).rejects.toMatchObject({ code: 20404 });
  },
  [`POST ${service}/{ServiceSid}/Verifications`]: async (twilio) => {
    const { verifications } = await aService(twilio);
    const started = await verifications.create({ to, channel: 'sms', locale: 'es', tags: '{"call":"CA1"}' });
    expect(started).toMatchObject({ to, channel: 'sms', status: 'pending', valid: false });
    expect(started.sendCodeAttempts).toEqual([
      { attempt_sid: expect.stringMatching(/^VL/), channel: 'SMS', time: '2026-01-01T12:00:00Z' },
    ]);
  },
  [`GET ${service}/{ServiceSid}/Verifications/{Sid}`]: async (twilio) => {
    expect(await (await aVerification(twilio)).fetch()).toMatchObject({ to, status: 'pending' });
  },
  [`POST ${service}/{ServiceSid}/Verifications/{Sid}`]: async (twilio) => {
    const canceled = await (await aVerification(twilio)).update({ status: 'canceled' });
    expect(canceled).toMatchObject({ status: 'canceled', valid: false });
  },
  [`POST ${service}/{ServiceSid}/VerificationCheck`]: async (twilio) => {
    const { verifications, verificationChecks } = await aService(twilio);
    const { sid } = await verifications.create({ to, channel: 'call' });
    const code = /\d{6}/.exec(twilio.context.inbox.messagesTo(to)[0]?.body ?? '')?.[0] ?? '';
    expect(await verificationChecks.create({ verificationSid: sid, code })).toMatchObject({
      sid,
      channel: 'call',
      status: 'approved',
      valid: true,
    });
  },
  [`POST ${limits}`]: async (twilio) => {
    const { rateLimits } = await aService(twilio);
    expect(await rateLimits.create({ uniqueName: 'per_number' })).toMatchObject({ uniqueName: 'per_number' });
  },
  [`GET ${limits}`]: async (twilio) => {
    const { rateLimits } = await aService(twilio);
    for (const uniqueName of ['one', 'two', 'three']) await rateLimits.create({ uniqueName });
    const listed = await rateLimits.list({ pageSize: 1 });
    expect(listed.map((each) => each.uniqueName)).toEqual(['three', 'two', 'one']);
  },
  [`GET ${limits}/{Sid}`]: async (twilio) => {
    expect(await (await aLimit(twilio)).fetch()).toMatchObject({ description: 'one caller' });
  },
  [`POST ${limits}/{Sid}`]: async (twilio) => {
    const changed = await (await aLimit(twilio)).update({ description: 'one number' });
    expect(changed).toMatchObject({ uniqueName: 'per_number', description: 'one number' });
  },
  [`DELETE ${limits}/{Sid}`]: async (twilio) => {
    const limit = await aLimit(twilio);
    await limit.remove();
    await expect(limit.fetch()).rejects.toMatchObject({ code: 20404 });
  },
  [`POST ${buckets}`]: async (twilio) => {
    const limit = await aLimit(twilio);
    expect(await limit.buckets.create({ max: 3, interval: 600 })).toMatchObject({ max: 3, interval: 600 });
  },
  [`GET ${buckets}`]: async (twilio) => {
    const limit = await aLimit(twilio);
    for (const interval of [60, 600, 3600]) await limit.buckets.create({ max: 3, interval });
    const listed = await limit.buckets.list({ pageSize: 2 });
    expect(listed.map((each) => each.interval)).toEqual([3600, 600, 60]);
  },
  [`GET ${buckets}/{Sid}`]: async (twilio) => {
    expect(await (await aBucket(twilio)).fetch()).toMatchObject({ max: 3, interval: 600 });
  },
  [`POST ${buckets}/{Sid}`]: async (twilio) => {
    expect(await (await aBucket(twilio)).update({ max: 5 })).toMatchObject({ max: 5, interval: 600 });
  },
  [`DELETE ${buckets}/{Sid}`]: async (twilio) => {
    const bucket = await aBucket(twilio);
    await bucket.remove();
    await expect(bucket.fetch()).rejects.toMatchObject({ code: 20404 });
  },
};

describe('Verify v2', () => {
  testRoutes(verify, cases);
});
