import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { execa } from 'execa';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifiedListSchema } from '../../src/site/pages/verified-list.ts';
import { type DevServer, startDevServer } from '../../scripts/bench/dev-server.ts';
import { launchChromium } from '../../scripts/cli/system-programs.ts';
import { interpreter } from '../fixtures/programs.ts';
import { copySite, type SiteCopy } from '../fixtures/site-copy.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { serveBelow, type StaticServer } from '../fixtures/static-server.ts';

const BASE = '/~ada/a-project/';
const SITE = `https://name.example${BASE.slice(0, -1)}`;
const SITE_URL = { SITE_URL: SITE };
const ARTICLE = `${BASE}advanced/links/`;

/** An address of each form that an author may write. */
const LINKS = `---
title: Links
summary: A page with an address of each form.
level: Beginner
order: 3
updated: 2026-11-03
---

To [a page](/advanced/good/), [an anchor](/advanced/good/#fences), [home](/), [a relative page](../second/),
[this anchor](#pictures), [a reference][ref], [a download](/examples/basics/greeting.py), [the feed](/rss.xml),
[an edition](/advanced/good.md), and [elsewhere](https://example.org/).

<details>
<summary>More</summary>

[In HTML](/verified/)

</details>

- In a list, [a list](/verified.json)

| Table |
| --- |
| [In a table](/examples/basics/greeting/) |

## Pictures

![A red square](/square.png) ![A blue square](./blue.png) ![By reference][picture]

<Output file="basics/greeting.py" />

[ref]: /advanced/second/
[picture]: /square.png
`;

describe('a site that is published below a path', () => {
  let site: SiteCopy;
  let head: string;
  /** The server of `npm start`, which has built it. */
  let server: DevServer;
  let host: StaticServer;
  let browser: Browser;
  const at = (path: string): string => `${host.origin}${path}`;
  const served = (path: string): Promise<string> => readFile(join(site.dist, path), 'utf8');

  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
    await writeFile(join(site.root, 'content/advanced/links.mdx'), LINKS);
    await mkdir(join(site.root, 'src/public'), { recursive: true });
    for (const [path, background] of [
      ['src/public/square.png', 'red'],
      ['content/advanced/blue.png', 'blue'],
    ] as const)
      await sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toFile(join(site.root, path));
    head = await commitAll(site.root);
    server = await startDevServer(site.root, 4680, SITE_URL, 'start');
    host = await serveBelow(site.dist, BASE);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
    await server?.stop();
    await site?.remove();
  });

  test('is built by npm start, and served there and nowhere else', async () => {
    const answer = async (path: string): Promise<Response> => fetch(`${server.origin}${path}`);
    expect(await (await answer(BASE)).text()).toContain(`href="${BASE}advanced/good/"`);
    for (const path of [
      'advanced/good/',
      'favicon.svg',
      'pagefind/pagefind.js',
      'examples/basics/greeting.py',
    ])
      expect([path, (await answer(BASE + path)).status, (await answer(`/${path}`)).status]).toEqual([
        path,
        200,
        404,
      ]);
  });

  test('leads only to itself: each link, script, style sheet and picture of each page is there', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', ({ type, text }) => type() === 'error' && complaints.push(text()));
    page.on('pageerror', error => complaints.push(String(error)));
    const pages = new Set([BASE]);
    const files = new Set<string>();
    const anchors: string[] = [];
    // A set gives what is added to it while it is read.
    for (const path of pages) {
      await page.goto(at(path));
      const found = await page.evaluate(() => ({
        links: [...document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>('[href]')].map(
          each => each.href,
        ),
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        broken: [...document.images]
          .filter(image => image.complete && image.naturalWidth === 0)
          .map(({ src }) => src),
        pictures: document.images.length,
      }));
      expect([path, found.broken]).toEqual([path, []]);
      if (path === ARTICLE) expect(found.pictures).toBe(3);
      for (const link of found.links) {
        const url = new URL(link);
        if (url.origin === new URL(SITE).origin) expect(url.pathname.startsWith(BASE)).toBe(true);
        if (url.origin !== host.origin) continue;
        expect([path, link, url.pathname.startsWith(BASE)]).toEqual([path, link, true]);
        (url.pathname.endsWith('/') ? pages : files).add(url.pathname);
        if (url.hash !== '') anchors.push(`${url.pathname}${url.hash}`);
      }
      anchors.push(...found.ids.map(id => `has ${path}#${id}`));
    }
    for (const file of files)
      expect([file, (await page.request.get(at(file))).status()]).toEqual([file, 200]);
    const known = new Set(anchors.filter(each => each.startsWith('has ')).map(each => each.slice(4)));
    expect(anchors.filter(each => !each.startsWith('has ') && !known.has(decodeURIComponent(each)))).toEqual(
      [],
    );
    // Each page is reached, but that of missing pages.
    const built = await glob('**/index.html', { cwd: site.dist });
    expect([...pages].toSorted()).toEqual(built.map(file => BASE + file.slice(0, -10)).toSorted());
    expect([...files].filter(file => /\.(?:css|svg|xml|md|json|py)$/.test(file)).length).toBeGreaterThan(8);
    expect(host.missing).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('finds a page by the search, and opens it', async () => {
    const page = await browser.newPage();
    await page.goto(at(BASE));
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('strange');
    const result = page.locator('.search-results a').first();
    expect(await result.getAttribute('href')).toMatch(`${BASE}advanced/good/`);
    await result.click();
    await page.waitForURL(url => url.pathname === `${BASE}advanced/good/`);
    expect(await page.locator('h1').innerText()).toBe('A good page');
    expect(host.missing).toEqual([]);
    await page.close();
  });

  test('gives the file of an example: its download, and its copy', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(at(`${BASE}examples/basics/several/`));
    const source = await readFile('tests/fixtures/site/examples/basics/several/main.py', 'utf8');
    // Of several files, it is an archive.
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download several', exact: true }).click();
    const archive = await (await downloading).path();
    const folder = await temporaryFolder();
    await execa((await interpreter()).path, ['-m', 'zipfile', '-e', archive, folder]);
    expect(await readFile(join(folder, 'several/main.py'), 'utf8')).toBe(source);
    await page.getByRole('button', { name: 'Copy several', exact: true }).click();
    await page.getByText('Copied several/main.py').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(source);
    await context.close();
  });

  test('says so on a page of its own where there is no page, and leads home from there', async () => {
    const page = await browser.newPage();
    const answer = await page.goto(at(`${BASE}advanced/nowhere/deep/`));
    expect(answer?.status()).toBe(404);
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    await page.getByRole('link', { name: 'All articles are on the home page.' }).click();
    await page.waitForURL(at(BASE));
    await page.close();
  });

  test('has the whole address wherever it is read elsewhere', async () => {
    const page = load(await served('advanced/links/index.html'));
    const article = `${SITE}/advanced/links/`;
    expect(page('link[rel=canonical]').attr('href')).toBe(article);
    expect(page('meta[property="og:url"]').attr('content')).toBe(article);
    expect(page('meta[property="og:image"]').attr('content')).toBe(`${SITE}/og/advanced/links.png`);
    const data = page('script[type="application/ld+json"]').text();
    const own = [...data.matchAll(/"(https:\/\/name\.example[^"]*)"/g)].map(([, url]) => url ?? '');
    expect(own.length).toBeGreaterThan(4);
    const texts = ['rss.xml', 'sitemap-index.xml', 'sitemap-0.xml', 'llms.txt', 'robots.txt'];
    for (const name of texts) {
      const urls = [...(await served(name)).matchAll(/https:\/\/name\.example[^\s"<>)]*/g)].map(
        ([url]) => url,
      );
      expect([name, urls.length > 0]).toEqual([name, true]);
      own.push(...urls);
    }
    expect(own.filter(url => !url.startsWith(`${SITE}/`))).toEqual([]);
    // Each of them is a file of the site.
    for (const url of own) {
      const path = new URL(url).pathname.slice(BASE.length);
      await served(path === '' || path.endsWith('/') ? `${path}index.html` : path);
    }
  });

  test('names its commit, its interpreters and its counts, and draws the count as a badge', async () => {
    const list = verifiedListSchema.parse(JSON.parse(await served('verified.json')));
    expect(list.$schema).toBe(`${SITE}/verified.schema.json`);
    expect(list.commit).toEqual({ id: head, date: '2026-11-05T05:07:08Z' });
    expect(list.counts).toEqual({
      ...{ examples: 5, verified: 5, skipped: 0, variants: 0, timelines: 0, artifacts: 0, inBrowser: 0 },
    });
    const versions = list.interpreters.map(({ version }) => version);
    expect(versions).toEqual([...new Set(list.examples.map(({ python }) => python))]);
    const page = await browser.newPage();
    await page.goto(at(`${BASE}verified.svg`));
    expect(await page.evaluate(() => document.querySelector('title')?.textContent)).toBe(
      'verified: 5 examples',
    );
    // The text is inside of its part of the drawing, with the fonts of this machine.
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('text')]
        .map(text => text.getBBox())
        .map(box => [box.x, box.x + box.width]),
    );
    const width = Number(await page.evaluate(() => document.documentElement.getAttribute('width')));
    expect(boxes.flat().toSorted((a, b) => a - b)).toEqual(boxes.flat());
    expect(boxes.flat().every(x => x > 0 && x < width)).toBe(true);
    expect((JSON.parse(await served('verified.schema.json')) as { $schema: string }).$schema).toMatch(
      /^https:/,
    );
    await page.close();
  });

  test('keeps its links in Markdown editions, in the list for programs and in the headers', async () => {
    const edition = await served('advanced/links.md');
    expect(
      [...edition.matchAll(/\]\((?<url>[^)]*)\)|\]: (?<target>\S+)/g)].map(
        ({ groups }) => groups?.url ?? groups?.target,
      ),
    ).toEqual([
      `${BASE}advanced/good/`,
      `${BASE}advanced/good/#fences`,
      BASE,
      '../second/',
      '#pictures',
      `${BASE}examples/basics/greeting.py`,
      `${BASE}rss.xml`,
      `${BASE}advanced/good.md`,
      'https://example.org/',
      `${BASE}verified/`,
      `${BASE}verified.json`,
      `${BASE}examples/basics/greeting/`,
      `${BASE}square.png`,
      `${BASE}square.png`,
      `${BASE}examples/basics/greeting.py`,
      `${BASE}advanced/second/`,
      `${BASE}square.png`,
    ]);
    const { examples } = JSON.parse(await served('verified.json')) as {
      examples: readonly Readonly<Record<'page' | 'download', string>>[];
    };
    expect(examples[0]).toMatchObject({
      page: `${BASE}examples/basics/countdown/`,
      download: `${BASE}examples/basics/countdown.py`,
    });
    const rules = (await served('_headers')).split('\n').filter(line => line.startsWith('/'));
    expect(rules.length).toBeGreaterThan(2);
    expect(rules.filter(rule => !rule.startsWith(BASE))).toEqual([]);
  });
});

/** Commits everything that the site is made of. @returns the hash of the commit */
async function commitAll(root: string): Promise<string> {
  const env = { GIT_COMMITTER_DATE: '2026-11-05T06:07:08+01:00', GIT_CONFIG_GLOBAL: '/dev/null' };
  const run = execa({ cwd: root, env });
  await run`git init --quiet`;
  await run`git add content examples src scripts astro.config.mjs package.json`;
  await run`git -c user.name=a -c user.email=a@example.org commit --quiet --message x`;
  return (await run`git rev-parse HEAD`).stdout;
}
