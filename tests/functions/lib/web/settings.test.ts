import type { WebSettingName } from '../../../../functions/lib/web/setting-table.private';
import { readWebSettings } from '../../../../functions/lib/web/web-settings.private';

const needed = { WEB_RETURN_ORIGINS: 'https://app.example.com, http://localhost:3000' };

describe('readWebSettings', () => {
  test('needs nothing but the origins', () => {
    const settings = readWebSettings(needed);
    expect(settings.returnOrigins).toEqual(['https://app.example.com', 'http://localhost:3000']);
    expect(settings.limits).toEqual({ perSession: 8, perPrefix: 50, perIp: 20 });
    expect(settings.challenge).toBeUndefined();
    expect(() => readWebSettings({})).toThrow('WEB_RETURN_ORIGINS is not set');
  });

  const wrong: Readonly<Partial<Record<WebSettingName, readonly string[]>>> = {
    WEB_RETURN_ORIGINS: [
      '*',
      'http://app.example.com',
      'https://app.example.com/path',
      'https://a.example?b',
      'app',
    ],
    WEB_BRAND_NAME: ['x'.repeat(41), 'a\nb'],
    WEB_ACCENT: ['blue'],
    WEB_COUNTRY: ['USA'],
    WEB_SESSION_SECONDS: ['1', '99999', '1e3', '-5'],
    WEB_LINK_SECONDS: ['0'],
    WEB_SESSION_TEXTS: ['0', '21'],
    WEB_LIMIT_PER_PREFIX: ['0'],
    WEB_LIMIT_PER_IP: ['x'],
    WEB_CLIENT_IP_HEADER: ['a b'],
    WEB_CHALLENGE: ['captcha'],
  };

  test.each(Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    'refuses %s=%s, and names it without showing it',
    (name, value) => {
      expect(() => readWebSettings({ ...needed, [name]: value })).toThrow(
        new RegExp(`^The environment variable ${name} `),
      );
    },
  );

  test('needs the keys of a challenge', () => {
    expect(() => readWebSettings({ ...needed, WEB_CHALLENGE: 'hcaptcha' })).toThrow('WEB_CHALLENGE_SITE_KEY');
  });
});
