import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite } from '../fixtures/built-site.ts';
import { faintIn, violationsAndFaintIn, violationsOf } from './axe.ts';
import { type Browsing, browse, open, quiet } from './browse.ts';

const FIRST = '/advanced/good/';
const SECOND = '/advanced/second/';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse((await builtSite()).root);
});
afterAll(() => browsing.close());

const path = (page: Page): string => new URL(page.url()).pathname;

/** Opens a page that notes where it is led to. */
async function openNoting(...args: Parameters<typeof open>): Promise<Page> {
  const { page } = await open(...args);
  await page.evaluate(noteNavigations);
  await page.addInitScript(noteNavigations);
  return page;
}

/**
 * A link that a key follows starts its navigation while the browser handles the key. The note outlives the
 * page.
 */
function noteNavigations(): void {
  const { navigation } = window as unknown as { navigation: EventTarget };
  navigation.addEventListener('navigate', event => {
    const { destination, navigationType } = event as Event & {
      destination: { url: string };
      navigationType: string;
    };
    if (navigationType !== 'reload') sessionStorage.setItem('led-to', new URL(destination.url).pathname);
  });
}

/** Presses a key, and waits until it has led to another page. */
async function pressToGo(page: Page, key: string, target: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForURL(`**${target}`);
  expect(path(page)).toBe(target);
  expect(await page.evaluate(() => sessionStorage.getItem('led-to'))).toBe(target);
  await page.evaluate(() => sessionStorage.removeItem('led-to'));
}

/** Presses a key that must lead nowhere. */
async function pressToStay(page: Page, key: string): Promise<void> {
  const before = path(page);
  await page.keyboard.press(key);
  expect([key, await page.evaluate(() => sessionStorage.getItem('led-to'))]).toEqual([key, null]);
  expect(path(page)).toBe(before);
}

describe('an article', () => {
  test('complains of nothing: structured data needs no place in the policy', async () => {
    const { page, complaints } = await open(browsing, SECOND);
    expect(complaints).toEqual([]);
    expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1);
    await page.context().close();
  });

  test.for([320, 1280])(
    'at %i px: axe finds no violation of WCAG 2.2 AA, light or dark, from breadcrumbs to foot',
    async width => {
      const { page } = await open(browsing, SECOND, {
        colorScheme: 'light',
        viewport: { width, height: 900 },
      });
      // Colors do not depend on the width.
      expect(await (width === 320 ? violationsOf(page) : violationsAndFaintIn(page))).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      if (width !== 320) expect(await faintIn(page)).toEqual([]);
      await page.context().close();
    },
  );

  test('leads up to its track and the home page', async () => {
    const { page } = await open(browsing, FIRST);
    expect(await page.getByRole('navigation', { name: 'Breadcrumb' }).innerText()).toMatch(
      /^Home\s+Advanced Python$/,
    );
    await page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: 'Advanced Python' })
      .click();
    await page.waitForURL(`${browsing.origin}/advanced/`);
    await page.context().close();
  });
});

describe('the arrow keys', () => {
  test('lead to the next article and back, and nowhere from the last', async () => {
    const page = await openNoting(browsing, FIRST);
    await pressToStay(page, 'ArrowLeft');
    await pressToGo(page, 'ArrowRight', SECOND);
    await pressToStay(page, 'ArrowRight');
    await pressToGo(page, 'ArrowLeft', FIRST);
    await page.context().close();
  });

  test('do what the browser does with them together with Alt, Control, Meta or Shift', async () => {
    const page = await openNoting(browsing, FIRST);
    for (const modifier of ['Control', 'Shift', 'Meta', 'Alt'])
      await pressToStay(page, `${modifier}+ArrowRight`);
    expect(path(page)).toBe(FIRST);
    await page.context().close();
  });

  test('scroll a block that scrolls, while it has the focus', async () => {
    const page = await openNoting(browsing, SECOND, { viewport: { width: 320, height: 800 } });
    const block = page.locator('pre[data-code="basics/hostile"]').first();
    await block.focus();
    await pressToStay(page, 'ArrowRight');
    await pressToStay(page, 'ArrowLeft');
    expect(path(page)).toBe(SECOND);
    await page.context().close();
  });

  test('move the cursor in a field', async () => {
    const page = await openNoting(browsing, FIRST);
    await page.evaluate(() => {
      document
        .querySelector('main')
        ?.prepend(Object.assign(document.createElement('input'), { value: 'text', id: 'field' }));
    });
    await page.locator('#field').focus();
    await pressToStay(page, 'ArrowRight');
    expect(path(page)).toBe(FIRST);
    await page.context().close();
  });

  test('can be switched off, and stay off', async () => {
    const page = await openNoting(browsing, FIRST);
    const button = page.getByRole('button', { name: /^Arrow keys/ });
    expect(await button.innerText()).toBe('Arrow keys: on');
    await button.click();
    expect(await button.innerText()).toBe('Arrow keys: off');
    await pressToStay(page, 'ArrowRight');
    expect(path(page)).toBe(FIRST);
    await page.reload();
    expect(await button.innerText()).toBe('Arrow keys: off');
    await pressToStay(page, 'ArrowRight');
    expect(path(page)).toBe(FIRST);
    await page.context().close();
  });
});

test.for([
  { reducedMotion: 'no-preference', seen: true },
  { reducedMotion: 'reduce', seen: false },
] as const)(
  'with $reducedMotion for motion, a page fades into the next: $seen',
  async ({ reducedMotion, seen }) => {
    const { page } = await open(browsing, FIRST, { reducedMotion });
    await page.addInitScript(() => {
      addEventListener('pagereveal', event =>
        Object.assign(window, {
          faded: (event as Event & { viewTransition: unknown }).viewTransition !== null,
        }),
      );
    });
    // A browser that is busy, or whose page has hardly come, may pass over a fade: one of several ways to and
    // fro is enough.
    const faded: boolean[] = [];
    const ways = Array.from({ length: seen ? 8 : 2 }, (_, index) => (index % 2 === 0 ? SECOND : FIRST));
    for (const target of ways) {
      await quiet(page);
      await page.locator('.neighbours a').click();
      await page.waitForURL(`**${target}`);
      await page.waitForFunction(() => 'faded' in window);
      faded.push(await page.evaluate(() => (window as unknown as { faded: boolean }).faded));
      if (faded.includes(true)) break;
    }
    expect(faded.includes(true), `faded: ${faded.join(', ')}`).toBe(seen);
    await page.context().close();
  },
);
