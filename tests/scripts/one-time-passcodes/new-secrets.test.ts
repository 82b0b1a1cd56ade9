import { publishedKeys } from '../../../functions/lib/otp/published-keys.private';
import { readProofSettings } from '../../../functions/lib/otp/proof-settings.private';
import { parseEnvFile } from '../../../scripts/command-line/env-file';
import { functionProblems } from '../../../scripts/deployment/function-problems';
import { newKey } from '../../../scripts/one-time-passcodes/new-key';
import { newSecretsCommand } from '../../../scripts/one-time-passcodes/new-secrets';
import { runQuietly } from './run-quietly';

describe('npm run otp -- new-secrets', () => {
  test('prints lines for .env that the functions take', async () => {
    const { code, stdout } = await runQuietly(newSecretsCommand, []);
    const file = parseEnvFile(stdout);
    const variables = file.kind === 'variables' ? file.variables : {};
    expect([code, Object.keys(variables)]).toEqual([
      0,
      ['OTP_SECRET', 'OTP_SIGNING_KEY', 'OTP_WEBHOOK_SECRET'],
    ]);
    const needed = { OTP_API_KEYS: newKey('shop').entry, OTP_ALLOWED_COUNTRIES: 'US' };
    const webhook = { OTP_WEBHOOK_URL: 'https://app.example.com/events' };
    expect(functionProblems({ ...needed, ...webhook, ...variables })).toEqual([]);
    expect(publishedKeys(readProofSettings(variables))).toHaveLength(1);
  });

  test('prints others each time', async () => {
    const [one, other] = [
      await runQuietly(newSecretsCommand, ['--json']),
      await runQuietly(newSecretsCommand, ['--json']),
    ];
    const secrets = [one, other].flatMap(({ stdout }) =>
      Object.values(JSON.parse(stdout) as Record<string, string>),
    );
    expect(new Set(secrets).size).toBe(6);
  });
});
