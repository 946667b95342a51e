import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFences } from '../../../src/site/audit/page/read-fences.ts';
import { builtSite } from '../../fixtures/built-site.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';

const URL_OF_SITE = 'https://verbatim.example';

describe('around the articles of a site', () => {
  let site: SiteCopy;
  beforeAll(async () => {
    site = await builtSite();
  });

  const served = (path: string): Promise<string> => readFile(join(site.dist, path), 'utf8');
  const page = async (path: string): Promise<ReturnType<typeof load>> => load(await served(path));
  const xml = async (path: string): Promise<ReturnType<typeof load>> =>
    load(await served(path), { xml: true });
  const meta = ($: ReturnType<typeof load>, property: string): string | undefined =>
    $(`meta[property="${property}"], meta[name="${property}"]`).attr('content');

  test('the page, its meta tags, its structured data, the sitemap and the feed tell one date', async () => {
    const $ = await page('advanced/second/index.html');
    expect($('.article-head time').attr('datetime')).toBe('2026-03-04');
    expect(meta($, 'article:modified_time')).toBe('2026-03-04');
    expect(meta($, 'article:published_time')).toBe('2026-01-10');
    expect(graph($)[0]).toMatchObject({ datePublished: '2026-01-10', dateModified: '2026-03-04' });
    const sitemap = await xml('sitemap-0.xml');
    expect(
      sitemap('url')
        .filter((_, url) => sitemap(url).find('loc').text() === `${URL_OF_SITE}/advanced/second/`)
        .find('lastmod')
        .text(),
    ).toBe('2026-03-04T00:00:00.000Z');
    expect((await xml('rss.xml'))('item pubDate').toArray().length).toBe(2);
    expect((await xml('rss.xml'))('item pubDate').first().text()).toBe('Sat, 10 Jan 2026 00:00:00 GMT');
  });

  test('the feed names every article, and every page names the feed', async () => {
    const feed = await xml('rss.xml');
    expect(
      feed('item > link')
        .toArray()
        .map(link => feed(link).text())
        .toSorted(),
    ).toEqual([`${URL_OF_SITE}/advanced/good/`, `${URL_OF_SITE}/advanced/second/`]);
    expect(feed('item > description').last().text()).toBe(
      'What stands in lists, quotations and tables, and comes &lt;after&gt; the first.',
    );
    for (const path of ['index.html', 'advanced/good/index.html'])
      expect((await page(path))('link[type="application/rss+xml"]').attr('href')).toBe('/rss.xml');
  });

  test('a track has a feed of its own, which its page and its articles name, and names their authors', async () => {
    const feed = await xml('advanced/rss.xml');
    expect(feed('channel > title').text()).toBe('Advanced Python · Verbatim');
    expect(feed('atom\\:link').attr('href')).toBe(`${URL_OF_SITE}/advanced/rss.xml`);
    expect(feed('language').text()).toBe('en');
    const feedsOf = async (path: string): Promise<readonly unknown[]> => {
      const $ = await page(path);
      return $('link[type="application/rss+xml"]')
        .toArray()
        .map(link => $(link).attr('href'));
    };
    expect(await feedsOf('advanced/good/index.html')).toEqual(['/rss.xml', '/advanced/rss.xml']);
    expect(await feedsOf('advanced/index.html')).toEqual(['/rss.xml', '/advanced/rss.xml']);
    expect(await feedsOf('index.html')).toEqual(['/rss.xml']);
    expect(await feedsOf('verified/basics/index.html')).toEqual(['/rss.xml']);
  });

  test('the list of pages names each article, track and example once, sorted by address', async () => {
    const list = JSON.parse(await served('pages.json')) as { path: string; title?: string }[];
    const paths = list.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)].toSorted());
    expect(list).toContainEqual({ path: '/advanced/good/', title: 'A good page' });
    expect(list).toContainEqual({ path: '/advanced/', title: 'Advanced Python' });
    expect(list).toContainEqual({ path: '/examples/basics/greeting/' });
  });

  test('the sitemap names every page except the 404 page, and robots.txt names the sitemap', async () => {
    const sitemap = await xml('sitemap-0.xml');
    const pages = sitemap('loc')
      .toArray()
      .map(loc => sitemap(loc).text());
    expect(pages).toContain(`${URL_OF_SITE}/`);
    expect(pages.filter(url => url.includes('404'))).toEqual([]);
    expect((await xml('sitemap-index.xml'))('loc').text()).toBe(`${URL_OF_SITE}/sitemap-0.xml`);
    expect(await served('robots.txt')).toBe(
      `User-agent: *\nAllow: /\n\nSitemap: ${URL_OF_SITE}/sitemap-index.xml\n`,
    );
  });

  test('a link to an article shows its title, its summary and a picture of its own', async () => {
    const $ = await page('advanced/second/index.html');
    expect(
      ['og:type', 'og:title', 'og:url', 'og:image', 'og:description', 'twitter:card'].map(property =>
        meta($, property),
      ),
    ).toEqual([
      'article',
      'A second page',
      `${URL_OF_SITE}/advanced/second/`,
      `${URL_OF_SITE}/og/advanced/second.png`,
      'What stands in lists, quotations and tables, and comes <after> the first.',
      'summary_large_image',
    ]);
    expect(meta(await page('index.html'), 'og:type')).toBe('website');
    for (const path of ['advanced/good.png', 'advanced/second.png', 'site.png']) {
      const { width, height, format } = await sharp(join(site.dist, 'og', path)).metadata();
      expect([path, width, height, format]).toEqual([path, 1200, 630, 'png']);
    }
  });

  test('structured data describes the article and the way to it, and cannot end its element', async () => {
    const $ = await page('advanced/second/index.html');
    const [article, way] = graph($);
    expect(article).toMatchObject({
      '@type': 'TechArticle',
      headline: 'A second page',
      alternativeHeadline: 'With a line under its title',
      description: 'What stands in lists, quotations and tables, and comes <after> the first.',
      url: `${URL_OF_SITE}/advanced/second/`,
      proficiencyLevel: 'Intermediate',
    });
    expect(way).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, item: `${URL_OF_SITE}/` },
        { position: 2, name: 'Advanced Python' },
        { position: 3, name: 'A second page' },
      ],
    });
    expect($('script[type="application/ld+json"]').html()).not.toContain('<');
  });

  test('articles of a track lead to one another, and up', async () => {
    const [first, second] = [
      await page('advanced/good/index.html'),
      await page('advanced/second/index.html'),
    ];
    expect(
      first('.neighbours a')
        .toArray()
        .map(link => [first(link).attr('rel'), first(link).attr('href')]),
    ).toEqual([['next', '/advanced/second/']]);
    expect(
      second('.neighbours a')
        .toArray()
        .map(link => [second(link).attr('rel'), second(link).attr('href')]),
    ).toEqual([['prev', '/advanced/good/']]);
    expect(
      first('.breadcrumbs a')
        .toArray()
        .map(link => first(link).attr('href')),
    ).toEqual(['/', '/advanced/']);
    expect(first('.breadcrumbs svg').length).toBe(1);
  });

  test('every article has a Markdown edition, named by its page and by llms.txt', async () => {
    expect((await page('advanced/good/index.html'))('link[type="text/markdown"]').attr('href')).toBe(
      '/advanced/good.md',
    );
    const list = await served('llms.txt');
    expect(list).toMatch(/^# Verbatim\n\n> /);
    expect(list).toContain(
      `- [A good page](${URL_OF_SITE}/advanced/good.md): Every kind of block that an article can hold.\n`,
    );
    expect(await served('advanced/good.md')).toMatch(
      /^# A good page\n\nEvery kind of block that an article can hold\.\n\nAdvanced Python · Beginner · Last changed 10 January 2026 · <https:\/\/verbatim\.example\/advanced\/good\/>\n\nIt printed Ada, as it should\.\n/,
    );
  });

  test('a Markdown edition shows the blocks of its page, each to the last character', async () => {
    for (const article of ['advanced/good', 'advanced/second']) {
      const $ = await page(`${article}/index.html`);
      const onPage = $('.prose pre[data-code], .prose pre[data-output]')
        .toArray()
        .map(block => $(block).text());
      const inEdition = readFences(await served(`${article}.md`))
        .filter(({ facts }) => 'code' in facts || 'output' in facts)
        .map(({ text }) => text);
      expect(inEdition).toEqual(onPage);
    }
  });

  test('a Markdown edition holds no component, no comment and no markup of the page', async () => {
    const edition = await served('advanced/second.md');
    const prose = readFences(edition).reduce((text, { source }) => text.replace(source, ''), edition);
    expect(prose).not.toMatch(/<\/?(?:Example|Output|Value|Note|Tip|Warning|details|summary|kbd)\b|\{\/\*/);
    expect(prose).toContain('> **Tip: One \\*title\\*, as it is**\n');
    expect(prose).toContain('| `greeting.py` | Ada |');
    expect(prose).toContain('Press Enter:');
  });
});

/** What breaks a page or its Markdown edition, with what the build then says of it. */
const BREAKS = [
  [
    'an output on a page that no run printed',
    'src/components/figure/OutputPanel.astro',
    'const all = html.split',
    "const all = html.replace('Ada', 'Bob').split",
    'dist/advanced/good/index.html  An output is not what basics/greeting printed.',
  ],
  [
    'a block on a page without a run',
    'src/components/article/Callout.astro',
    '<slot />',
    '<slot /><pre>typed by hand</pre>',
    'A block says nothing of the run that printed it.\n    typed by hand',
  ],
  [
    'an output that no run printed',
    'src/site/markdown-edition/figure-markdown.ts',
    'shownOutput(sliceLines(streamText, lines))',
    "shownOutput(sliceLines(streamText, lines)).replace('Ada', 'Bob')",
    'dist/advanced/good.md  An output is not what basics/greeting printed.',
  ],
  [
    'code that did not run',
    'src/site/markdown-edition/figure-markdown.ts',
    'shownText(shownCode(example, region, block))',
    "shownText(shownCode(example, region, block)).replace('def', 'class')",
    'dist/advanced/good.md  Code is not that of basics/greeting.',
  ],
  [
    'a block that says nothing of its run',
    'src/site/markdown-edition/figure-markdown.ts',
    'output: id, stream',
    "...(id === 'basics/raises' ? {} : { output: id }), stream",
    'dist/advanced/good.md  A block says nothing of the run that printed it.',
  ],
  [
    'other prose than its article',
    'src/pages/[...slug].md.ts',
    "'markdown').markdown,",
    "'markdown').markdown.replace('It printed', 'It never printed'),",
    'dist/advanced/good.md  This Markdown is not the text of an article.',
  ],
] as const;

describe('a site whose pages are not as they say', () => {
  let site: SiteCopy;
  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
  });
  afterAll(() => site.remove());

  const edit = async (path: string, from: string, to: string): Promise<void> => {
    const file = join(site.root, path);
    const text = await readFile(file, 'utf8');
    expect(text).toContain(from);
    await writeFile(file, text.replace(from, to));
  };

  test('is not built when an article holds a program', async () => {
    const [article, from, to] = [
      'content/advanced/good.mdx',
      '## Fences',
      'Two and two are {2 + 2}.\n\n## Fences',
    ];
    await edit(article, from, to);
    const { exitCode, text } = await site.run('build');
    await edit(article, to, from);
    expect(exitCode).toBe(1);
    expect(text).toMatchInlineSnapshot(`
      "content/advanced/good.mdx:41:17  {2 + 2} is a program, and an article holds none.
      A value that an example prints is a <Value>. If this is text:
      \\{2 + 2\\}"
    `);
  });

  test(`is not built with ${BREAKS.map(([what]) => what).join(', ')}: each is named`, async () => {
    for (const [, path, from, to] of BREAKS) await edit(path, from, to);
    const { exitCode, text } = await site.run('build');
    // A unit test of the audit shows that each of these alone is a problem.
    expect(BREAKS.filter(([, , , , message]) => !text.includes(message))).toEqual([]);
    expect(exitCode).toBe(1);
    await expect(readFile(join(site.dist, 'index.html'))).rejects.toThrow('ENOENT');
  });
});

type Graph = readonly Readonly<Record<string, unknown>>[];

function graph($: ReturnType<typeof load>): Graph {
  return (JSON.parse($('script[type="application/ld+json"]').text()) as { '@graph': Graph })['@graph'];
}
