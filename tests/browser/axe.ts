import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CONTRAST = 'color-contrast';

/** Modes of the colors, beside light ones that nobody forces. */
export const MODES = [
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/**
 * What axe finds against WCAG 2.2 AA in a page, a line for each rule with the places; what is folded is
 * opened first. Contrast is left to `faintIn`: it depends on the colors, not on the width, and takes most of
 * the time.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  return analyze(page, axe => axe.withTags(WCAG).disableRules([CONTRAST]));
}

/** What is too faint to read in a page with the colors as they are. */
export async function faintIn(page: Page): Promise<string[]> {
  return analyze(page, axe => axe.withRules([CONTRAST]));
}

/** Both in one pass, which takes less time than two. */
export async function violationsAndFaintIn(page: Page): Promise<string[]> {
  return analyze(page, axe => axe.withTags(WCAG));
}

async function analyze(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    // Thousands of tokens have a dozen looks: of each class, on plain and on marked lines, one is enough.
    const looks = new Set<string>();
    for (const token of document.querySelectorAll('pre.code span, samp span')) {
      const line = token.closest('mark, del, ins')?.tagName;
      const look = [token.className, line, token.closest('.panel')?.className].join('/');
      if (looks.has(look)) token.replaceWith(...token.childNodes);
      looks.add(look);
    }
  });
  // Without frames from elsewhere no second page has to join the results, and nobody reads what passes.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await choose(axe).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 5)
        .join('; ')}`,
  );
}
