import { startLocalTwilio } from '../../../../support/local-twilio';
import { limitCases } from './limit-cases';

describe('limits of the Serverless API', () => {
  const rows = Object.entries(limitCases).flatMap(([name, { granted, refused }]) => [
    ...granted.map((value) => ({ name, value, isGranted: true, shown: shorten(value) })),
    ...refused.map((value) => ({ name, value, isGranted: false, shown: shorten(value) })),
  ]);

  test.each(rows)('$name: $shown is granted: $isGranted', async ({ name, value, isGranted }) => {
    const twilio = await startLocalTwilio();
    const attempt = limitCases[name]?.attempt(twilio, value);
    const refusal = { status: 400, code: limitCases[name]?.code ?? 20001 };
    if (isGranted) await attempt;
    else await expect(attempt).rejects.toMatchObject(refusal);
    await twilio.server.close();
  });
});

function shorten(value: string | number): string {
  const text = String(value);
  return text.length > 20 ? `${text.slice(0, 5)}… (${text.length})` : `"${text}"`;
}
