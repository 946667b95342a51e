import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/cli/system-programs.ts';
import { escapeHtml } from '../../src/core/text/escape-html.ts';
import { timelineContent } from '../../src/site/timelines/timeline-figure.ts';
import { timelineOf, TIMELINES } from '../fixtures/timelines.ts';
import { en } from '../../src/core/words/en/en.ts';
import { MODES, violationsAndFaintIn } from './axe.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A style sheet with what it imports. */
async function styles(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  const imported = await Promise.all(
    [...text.matchAll(/@import '(.+?)' layer\((\w+)\);/g)].map(
      async ([, path = '', layer]) => `@layer ${layer} {${await styles(join(dirname(file), path))}}`,
    ),
  );
  return text.replaceAll(/@import .+;/g, '') + imported.join('\n');
}

/** A page with the drawings of timelines, as figures have them; the lines of code that one of them has. */
async function pageOf(names: readonly string[], options: Parameters<Browser['newPage']>[0]): Promise<Page> {
  const figures = names.map(name => {
    const known = { timeline: timelineOf(name), python: '3.13.0', isVerified: true };
    const { drawing, key, outputs } = timelineContent(`a/${name}`, known, en.timeline);
    const lines = outputs.map(
      ({ number, lane, line, text }) =>
        `<li data-number="${number}" data-lane="${lane}" data-line="${line}"><samp>${escapeHtml(text)}</samp>
         <a href="#code">line ${line}</a></li>`,
    );
    const code = Array.from({ length: 30 }, (_, index) => `<span>line_${index + 1}()\n</span>`).join('');
    return `<figure class="example timeline"><pre class="code" data-code="a/${name}" tabindex="0" role="region"
      aria-label="Code of ${name}"><code>${code}</code></pre><div data-timeline="a/${name}"><div class="drawing">
      ${drawing}<ul class="key" aria-hidden="true">${key.map(each => `<li>${each.sample}${each.meaning}</li>`).join('')}
      </ul></div><div class="panel said-lines"><ol>${lines.join('')}</ol></div></div></figure>`;
  });
  const page = await browser.newPage(options);
  await page.setContent(`<!doctype html><html lang="en"><title>Timelines</title><style>
    ${await styles('src/styles/site.css')}</style>
    <main class="prose"><h1>Timelines</h1>${figures.join('')}</main></html>`);
  return page;
}

/** What is wrong with the texts of all drawings that are shown, as sentences. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    for (const figure of document.querySelectorAll('figure')) {
      const shown = [...figure.querySelectorAll<SVGSVGElement>('.wide, .tall')].filter(
        svg => getComputedStyle(svg).display !== 'none',
      );
      const [svg] = shown;
      if (svg === undefined || shown.length > 1) faults.push(`${shown.length} drawings are shown`);
      if (svg === undefined) continue;
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const frame = figure.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll('text')].map(text => {
        const range = document.createRange();
        range.selectNodeContents(text);
        if (Number.parseFloat(getComputedStyle(text).fontSize) * scale < 11.99)
          faults.push(`"${text.textContent}" is too small`);
        return { text: text.textContent, box: range.getBoundingClientRect() };
      });
      for (const [index, { text, box }] of boxes.entries()) {
        if (box.right > frame.right + 1 || box.left < frame.left - 1) faults.push(`"${text}" sticks out`);
        for (const other of boxes.slice(0, index)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 2 && down > 4) faults.push(`"${text}" covers "${other.text}"`);
        }
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
    return faults;
  });

describe('drawings of timelines', () => {
  test.for([320, 375, 600, 768, 1440])('at %i pixels, all texts are large enough and apart', async width => {
    const page = await pageOf(TIMELINES, { viewport: { width, height: 900 } });
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.locator('.wide:visible').count()).toBe(width < 700 ? 0 : TIMELINES.length);
    await page.close();
  });

  test.for(MODES)('have nothing that WCAG forbids with %o', async mode => {
    const page = await pageOf(['deadlock', 'gil_turns'], { viewport: { width: 768, height: 900 }, ...mode });
    expect(await violationsAndFaintIn(page)).toEqual([]);
    await page.close();
  });

  test('tell running from waiting without a color', async () => {
    const page = await pageOf(['barrier'], { viewport: { width: 768, height: 900 }, forcedColors: 'active' });
    const fillOf = (part: string): Promise<string> =>
      page
        .locator(`.wide ${part}`)
        .first()
        .evaluate(each => getComputedStyle(each).fill);
    expect(await fillOf('.run')).not.toBe(await fillOf('.wait'));
    await page.close();
  });
});

describe('a line of output, its line of code and its lane', () => {
  /** What is marked: lines of code, lines of output, lanes. */
  const marked = (page: Page): Promise<string[]> =>
    page
      .locator('.on:is(span, li, .wide *)')
      .evaluateAll(parts =>
        parts.map(part =>
          part.matches('.lane')
            ? `lane ${part.getAttribute('data-lane')}`
            : part.matches('span, li')
              ? (part.querySelector('samp') ?? part).textContent.trim()
              : (part.getAttribute('class') ?? ''),
        ),
      );

  async function scripted(width: number): Promise<Page> {
    const page = await pageOf(['deadlock'], { viewport: { width, height: 1500 } });
    const sources = await Promise.all(
      ['numbered-lines', 'line-by-line'].map(name => readFile(`src/client/lines/${name}.ts`, 'utf8')),
    );
    const plain = sources.map(source =>
      stripTypeScriptTypes(source).replaceAll(/^(?:import .*|export )/gm, ''),
    );
    await page.evaluate(`${plain.join('\n')}; enableLineByLine();`);
    return page;
  }

  test('are marked together when a reader points at the output', async () => {
    const page = await scripted(768);
    await page.locator('li[data-number="2"]').hover();
    expect(await marked(page)).toEqual(['line_18()', 'lane 2', 'printed on', 'Right has the knife']);
    await page.locator('h1').hover();
    expect(await marked(page)).toEqual([]);
    await page.close();
  });

  test('are marked together when a reader points at the drawing', async () => {
    const page = await scripted(768);
    await page.locator('.wide [data-line="12"]').hover();
    expect(await marked(page)).toEqual(['line_12()', 'lane 1', 'wait lock on']);
    await page.close();
  });

  test('are marked together with the keyboard, from both ends', async () => {
    const page = await scripted(768);
    await page.locator('li[data-number="1"] a').focus();
    expect(await marked(page)).toEqual(['line_10()', 'lane 1', 'printed on', 'Left has the fork']);
    await page.locator('pre').focus();
    await page.keyboard.press('Tab');
    expect(await marked(page)).toEqual(['line_10()', 'lane 1', 'printed on', 'Left has the fork']);
    await page.keyboard.press('Tab');
    expect(await marked(page)).toEqual(['line_11()', 'lane 1', 'wait sleep on']);
    await page.close();
  });

  test('are marked together in both orientations', async () => {
    const page = await scripted(320);
    await page.locator('li[data-number="1"]').hover();
    expect(await page.locator('.tall .lane.on').getAttribute('data-lane')).toBe('1');
    await page.close();
  });
});
