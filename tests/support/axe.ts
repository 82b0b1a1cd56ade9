import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const SCRIPT = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * What axe finds on a page, WCAG 2.2 AA and good practice: `rule: element: why`, nothing when all is well. It is run in the
 * page's own world by the browser, which no Content-Security-Policy forbids.
 */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(SCRIPT);
  const violations = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
