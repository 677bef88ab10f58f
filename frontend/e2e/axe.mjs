// Accessibility of what is on screen, scoped to our element: the rules of WCAG 2.1 A and AA.
import axe from 'axe-core';

/** Violations as short lines, none when all is well. */
export async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() =>
    globalThis.axe.run('exsitu-app', {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
      // The host's page has its own landmarks and headings around ours.
      rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } },
      resultTypes: ['violations'],
    }),
  );
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? ''})`).join(' | ')}`,
  );
}

/** How far the page is wider than the screen. */
export function overflow(page) {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}
