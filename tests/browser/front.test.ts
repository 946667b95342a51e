import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { site } from '../../src/site.config.ts';
import { type Browsing, browse, layoutShift, open, quiet, sideways } from './browse.ts';

const TRACK = '/advanced/';
const LOCKS = '/advanced/locks/';
const KEPT = 'progress /';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

/** Opens a page for a reader whose browser keeps this. */
async function openWith(kept: unknown, path: string, width = 1280): ReturnType<typeof open> {
  const watched = await open(browsing, '/404.html', { viewport: { width, height: 900 } });
  const text = typeof kept === 'string' ? kept : JSON.stringify(kept);
  await watched.page.evaluate(([name = '', value = '']) => localStorage.setItem(name, value), [KEPT, text]);
  await watched.page.goto(`${browsing.origin}${path}`);
  await quiet(watched.page);
  return watched;
}

const begin = (page: Page): Promise<string> => page.locator('.begin').innerText();

describe('the home page', () => {
  test('lets the lock be taken away without a script: the balance is another', async () => {
    const { page } = await open(browsing, '/', { javaScriptEnabled: false });
    const figure = page.locator('.showcase figure');
    await expect.poll(() => figure.locator('samp:visible').first().innerText()).toContain('Balance: 200');
    await figure.getByText('Without the lock').click();
    await expect.poll(() => figure.locator('samp:visible').first().innerText()).toContain('Balance: 150');
    expect(await figure.locator('del:visible').allInnerTexts()).not.toEqual([]);
    await page.context().close();
  });

  test.for([320, 768, 1440])(
    'at %i px shows the example in the first two screens, and nothing sticks out',
    async width => {
      const { page } = await open(browsing, '/', { viewport: { width, height: 900 } });
      const box = await page.locator('.showcase figure').boundingBox();
      expect(box?.y).toBeLessThan(900);
      expect(await sideways(page)).toBe(0);
      await page.context().close();
    },
  );

  test('leads to each track, and to each of its articles in their order', async () => {
    const { page } = await open(browsing, '/');
    for (const [slug, { title }] of Object.entries(site.tracks)) {
      const card = page.locator('.track-card', { has: page.locator(`#track-${slug}`) });
      expect(await card.getByRole('link', { name: title }).getAttribute('href')).toBe(`/${slug}/`);
      const links = await card.locator('.stop > a').evaluateAll(all => all.map(a => a.getAttribute('href')));
      await page.goto(`${browsing.origin}/${slug}/`);
      expect(
        await page.locator('.stop > a').evaluateAll(all => all.map(a => a.getAttribute('href'))),
      ).toEqual(links);
      await page.goBack();
    }
    await page.context().close();
  });
});

describe('the page of a track', () => {
  test('names in words what its graph draws: what to read before', async () => {
    const { page } = await open(browsing, TRACK);
    const stop = page.locator('.path > li', { has: page.locator(`.stop > a[href="${LOCKS}"]`) });
    expect(await stop.locator('.before a').allInnerTexts()).toEqual(['Python Multithreading']);
    expect(await page.locator('.lines').evaluateAll(all => all.every(e => e.ariaHidden === 'true'))).toBe(
      true,
    );
    await page.context().close();
  });

  test.for([320, 1440])(
    'at %i px draws lines that meet: each row begins where the one above ends',
    async width => {
      const { page } = await open(browsing, TRACK, { viewport: { width, height: 900 } });
      const gaps = await page.locator('.lines').evaluateAll(all => {
        const boxes = all.map(e => e.getBoundingClientRect());
        return boxes.slice(1).map((box, index) => Math.abs(box.top - (boxes[index]?.bottom ?? 0)));
      });
      expect(gaps.filter(gap => gap > 1)).toEqual([]);
      expect(gaps.length).toBeGreaterThan(5);
      await page.context().close();
    },
  );

  test('shows nothing of progress without scripts', async () => {
    const { page } = await open(browsing, TRACK, { javaScriptEnabled: false });
    expect(await page.locator('main button:visible, .kept:visible').count()).toBe(0);
    expect(await begin(page)).toContain('Begin here');
    await page.context().close();
  });

  test('marks an article as done by keyboard, keeps it, shows it on the home page, and forgets it', async () => {
    const { page, requests } = await open(browsing, TRACK);
    const stop = page.locator('.path > li', { has: page.locator(`.stop > a[href="${LOCKS}"]`) });
    const button = stop.getByRole('button');
    await button.focus();
    const before = await button.boundingBox();
    expect(await button.getAttribute('aria-describedby')).toBe(
      await stop.locator('.stop > a').getAttribute('id'),
    );
    await page.keyboard.press('Enter');
    await expect.poll(() => stop.getAttribute('data-done')).toBe('');
    expect(await stop.getByRole('button', { name: 'Done' }).boundingBox()).toEqual(before);
    expect(await stop.getByRole('link', { name: 'Locks and Friends, Done' }).count()).toBe(1);
    await page.goto(browsing.origin);
    await expect.poll(() => page.locator('.path > [data-done] .stop > a').count()).toBe(1);
    await page.getByRole('button', { name: 'Forget it' }).click();
    await expect.poll(() => page.locator('.path > [data-done]').count()).toBe(0);
    expect(await page.locator('[role=status]').innerText()).toBe('Your progress is forgotten.');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await begin(page)).toContain('Begin here');
    expect(requests.filter(url => !url.startsWith(browsing.origin))).toEqual([]);
    await page.context().close();
  });
});

describe('a reader who comes back', () => {
  test('continues at the heading where the article was left', async () => {
    const { page, requests } = await open(browsing, LOCKS, { viewport: { width: 1280, height: 800 } });
    await quiet(page);
    expect(requests.filter(url => url.includes('progress'))).toEqual([]);
    const heading = page.locator('.prose h2[id]').nth(2);
    const [id, text] = [await heading.getAttribute('id'), await heading.innerText()];
    const loaded = page.waitForResponse(/progress-view/);
    await heading.evaluate(element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 100));
    await (await loaded).finished();
    await expect.poll(() => page.locator('.toc [aria-current]').innerText()).toBe(text);
    await page.goto(browsing.origin);
    await expect.poll(() => begin(page)).toBe(`Continue where you stopped\nLocks and Friends: ${text}`);
    await page.locator('.begin').click();
    await page.waitForURL(`${browsing.origin}${LOCKS}#${id}`);
    await page.context().close();
  });

  test('is led to the next article that is not done', async () => {
    const kept = { [LOCKS]: { seen: 2, done: true }, '/advanced/queues/': { seen: 1, done: true } };
    const { page } = await openWith(kept, TRACK);
    expect(await begin(page)).toBe('Continue with\nconcurrent.futures in Depth');
    await page.context().close();
  });

  test.for([320, 1440])('at %i px sees nothing shift, however long the heading is', async width => {
    const kept = { [LOCKS]: { seen: 1, hash: 'x', heading: 'A heading that is long '.repeat(9) } };
    for (const path of ['/', TRACK]) {
      const { page, complaints } = await openWith(kept, path, width);
      expect(await begin(page)).toContain('A heading that is long');
      expect([path, await layoutShift(page), await sideways(page), complaints]).toEqual([path, 0, 0, []]);
      await page.context().close();
    }
  });

  test.for([
    ['no JSON', '{{{'],
    ['a list', [1, 2]],
    ['an address that would run', { 'javascript:alert(1)': { seen: 9 } }],
    ['an article that is gone', { '/advanced/gone/': { seen: 9, heading: 'Gone' } }],
    ['words that are none', { [LOCKS]: { seen: 'x', heading: {} } }],
  ] as const)('whose browser keeps %s begins anew', async ([, kept]) => {
    const { page, complaints } = await openWith(kept, '/');
    expect([await begin(page), complaints]).toEqual(['Begin here\nConcurrency: An Overview', []]);
    await page.context().close();
  });

  test('reads markup in what was kept as text', async () => {
    const kept = { [LOCKS]: { seen: 1, hash: '"><img src=x>', heading: '<img src=x onerror=alert(1)>' } };
    const { page, complaints } = await openWith(kept, '/');
    expect(await begin(page)).toContain('Locks and Friends: <img src=x onerror=alert(1)>');
    expect([await page.locator('.begin img').count(), complaints]).toEqual([0, []]);
    await page.context().close();
  });
});

describe('a browser that keeps nothing', () => {
  test('marks an article for this page, and says that it is not kept', async () => {
    const { page, complaints } = await open(browsing, '/404.html');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(`${browsing.origin}${TRACK}`);
    await page.getByRole('button', { name: 'Mark as done' }).first().click();
    await expect
      .poll(() => page.locator('[role=status]').innerText())
      .toBe('This browser keeps nothing, so it holds for this page alone.');
    expect(await page.locator('.path > [data-done]').count()).toBe(1);
    expect(complaints.filter(text => !text.includes('404'))).toEqual([]);
    await page.context().close();
  });
});
