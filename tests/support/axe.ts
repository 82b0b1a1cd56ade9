import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const SCRIPT = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * What axe finds on a page, WCAG 2.2 AA and good practice: `dark: rule: element: why`, nothing when all is well. It is run in the
 * page's own world by the browser, which no Content-Security-Policy forbids. Looked at in light, and in dark for what depends on
 * colours; without transitions, of which one would see the middle.
 */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(SCRIPT);
  const found: string[] = [];
  for (const [colorScheme, options] of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await run(page, options)).map((problem) => `${colorScheme}: ${problem}`));
  }
  return found;
}

const SCHEMES = [
  ['light', '{}'],
  ['dark', "{ runOnly: ['color-contrast', 'link-in-text-block'] }"],
] as const;

async function run(page: Page, options: string): Promise<string[]> {
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${options}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
