import fc from 'fast-check';

import { contrast, readAccent } from '../../../../functions/lib/web/accent.private';
import { themeCss, themeUrl } from '../../../../functions/lib/web/theme.private';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('readAccent', () => {
  test('makes every colour readable on every card, and text on it', () => {
    fc.assert(
      fc.property(color, (text) => {
        const { light, dark } = readAccent(text);
        expect(contrast(light.color, '#ffffff')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark.color, '#1b1e24')).toBeGreaterThanOrEqual(4.5);
        for (const { color: of, ink } of [light, dark]) expect(contrast(of, ink)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('leaves a colour alone that is readable', () => {
    expect(readAccent('#1f5fd6').light).toEqual({ color: '#1f5fd6', ink: '#ffffff' });
  });

  test.each(['red', '#fff', '#12345g', 'url(x)', '#123456;}'])('refuses %s', (text) => {
    expect(() => readAccent(text)).toThrow('WEB_ACCENT');
  });
});

describe('themeUrl', () => {
  test('is missing for the usual colour and follows any other', () => {
    expect(themeUrl(readAccent('#1f5fd6'))).toBeUndefined();
    const [red, green] = [readAccent('#b00020'), readAccent('#006b3f')];
    expect(themeUrl(red)).toMatch(/^\/web\/theme\?v=[0-9a-f]{8}$/);
    expect(themeUrl(red)).not.toBe(themeUrl(green));
    expect(themeCss(red)).toContain('--accent:#b00020');
  });
});
