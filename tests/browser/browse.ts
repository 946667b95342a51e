import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/cli/system-programs.ts';
import { builtSite } from '../fixtures/built-site.ts';
import type { SiteCopy } from '../fixtures/site-copy.ts';
import { serveSite } from '../../src/site/serve/serve-site.ts';

/** A browser, and a built site that is served to it. */
export interface Browsing {
  readonly browser: Browser;
  /** `http://localhost:4321` */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves the `dist/` of a project and opens a browser. */
export async function browse(root: string): Promise<Browsing> {
  const server = await serveSite({ root, port: 4600 });
  const browser = await launchChromium(
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  );
  return {
    browser,
    origin: `http://localhost:${server.port}`,
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/**
 * The site of a fixture, built and served. Its files belong to all tests.
 * @param browser whether its samples are tried in the Python of browsers, so that pages run them
 */
export async function browseFixture(
  fixture: string,
  browser = false,
): Promise<Browsing & { readonly site: SiteCopy }> {
  const site = await builtSite(fixture, browser);
  return { ...(await browse(site.root)), site };
}

/** What a page did while it was looked at. */
export interface Watched {
  readonly page: Page;
  /** Errors and warnings of the console, and uncaught ones. */
  readonly complaints: string[];
  readonly requests: string[];
}

/** Opens a page in a context of its own and watches it until it is loaded and painted. */
export async function open(
  { browser, origin }: Browsing,
  path: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Watched> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on(
    'console',
    message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
  );
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', request => requests.push(request.url()));
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${origin}${path}`, { waitUntil: 'load' });
  // Without scripts the page has no clock to wait for, and nothing that could still change it.
  if (options.javaScriptEnabled !== false)
    await page.evaluate(
      () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  return { page, complaints, requests };
}

/** How far what a page holds sticks out to the side, in pixels. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Sum of the layout shifts so far. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  );
}

/**
 * Waits until every style sheet of a page is applied: `commit`, `reload` and `waitForURL` can return before
 * that.
 */
export async function styled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => {
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
    return links.length > 0 && links.every(({ sheet }) => (sheet?.cssRules.length ?? 0) > 0);
  });
}

/**
 * Waits until a page has asked for nothing for half a second: what comes late, and what it shifts, has come.
 */
export function quiet(page: Page): Promise<void> {
  return page.waitForLoadState('networkidle');
}
