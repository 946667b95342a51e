import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite } from '../../fixtures/built-site.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';

const FIXTURE = 'tests/fixtures/life';
const HOST = 'https://verbatim.example';

describe('a site with a draft, a series, tags and old addresses', () => {
  let site: SiteCopy;
  let files: readonly string[];
  beforeAll(async () => {
    site = await builtSite(FIXTURE);
    files = await glob('**/*', { cwd: site.dist, dot: true });
  });
  const text = (file: string): Promise<string> => readFile(join(site.dist, file), 'utf8');
  const page = async (path: string): Promise<ReturnType<typeof load>> =>
    load(await text(`${path}index.html`));
  const linksIn = async (path: string, selector: string): Promise<readonly (readonly string[])[]> => {
    const $ = await page(path);
    return $(`${selector} a`)
      .toArray()
      .map(link => [$(link).text().trim(), $(link).attr('href') ?? '']);
  };

  test('publishes nothing of a draft: no file, no example, no tag, no old address, and no word', async () => {
    expect(files.filter(file => /later|kept|sooner|secrets/.test(file))).toEqual([]);
    const read = files.filter(file => !/\.(?:png|wasm|pf_\w+|pagefind|zip)$/.test(file)).map(text);
    const leaks = (await Promise.all(read)).filter(each =>
      /Kept back|\/later\b|basics\/kept|secrets/.test(each),
    );
    expect(leaks).toEqual([]);
    expect(JSON.parse(await text('verified.json'))).toMatchObject({ counts: { examples: 1, verified: 1 } });
  });

  test('runs the examples of drafts with all others, and counts them as shown', async () => {
    const { exitCode, text: printed } = await site.run('check', ['--no-browser']);
    expect([exitCode, printed]).toEqual([0, expect.stringContaining('2 verified')]);
    expect(printed).not.toContain('No article uses');
    expect(printed).toContain('content/advanced/later.mdx:9:1  A draft: it is checked as all articles are');
  });

  test('names at the head of an article what to read first, its series and its authors', async () => {
    const $ = await page('advanced/two/');
    expect(await linksIn('advanced/two/', '.read-first')).toEqual([['The first part', '/advanced/one/']]);
    expect($('.series summary').text()).toBe('Part 2 of 2: Small steps');
    expect(await linksIn('advanced/two/', '.series')).toEqual([
      ['The first part', '/advanced/one/'],
      ['The second part', '/advanced/two/'],
    ]);
    expect($('.series [aria-current=page]').text().trim()).toBe('The second part');
    expect($('.article-head .facts').text()).toContain('Ada Lovelace, Charles <b>Babbage</b>');
    expect($('.article-head b').length).toBe(0);
    expect((await page('advanced/three/'))('.series, .read-first, .see-also, .tags').length).toBe(0);
  });

  test('names at its foot its tags and what to see also', async () => {
    expect(await linksIn('advanced/two/', '.see-also')).toEqual([['Something else', '/advanced/three/']]);
    expect(await linksIn('advanced/one/', '.tags')).toEqual([
      ['threads', '/tags/threads/'],
      ['shared data', '/tags/shared-data/'],
    ]);
  });

  test('has a page for each tag, and one of all', async () => {
    expect(await linksIn('tags/', '.tags')).toEqual([
      ['shared data', '/tags/shared-data/'],
      ['threads', '/tags/threads/'],
    ]);
    expect((await linksIn('tags/threads/', '.tagged')).map(([, href]) => href)).toEqual([
      '/advanced/one/',
      '/advanced/two/',
    ]);
    expect(await text('sitemap-0.xml')).toContain(`<loc>${HOST}/tags/threads/</loc>`);
  });

  test('gives programs its authors, tags and series', async () => {
    const feed = load(await text('rss.xml'), { xml: true });
    const item = feed('item').filter((_, each) => feed(each).find('title').text() === 'The second part');
    expect(
      item
        .find('dc\\:creator')
        .toArray()
        .map(each => feed(each).text()),
    ).toEqual(['Ada Lovelace', 'Charles <b>Babbage</b>']);
    expect(
      item
        .find('category')
        .toArray()
        .map(each => feed(each).text()),
    ).toEqual(['Advanced Python', 'threads']);
    const $ = await page('advanced/two/');
    expect(JSON.parse($('script[type="application/ld+json"]').text())['@graph'][0]).toMatchObject({
      author: [{ '@type': 'Person', name: 'Ada Lovelace' }, { name: 'Charles <b>Babbage</b>' }],
      keywords: ['threads'],
      isPartOf: { name: 'Small steps' },
    });
    expect($('meta[name=author]').length).toBe(2);
    expect(await text('advanced/two.md')).toContain(
      `Part 2 of 2: Small steps\n\nRead first: [The first part](${HOST}/advanced/one.md)\n\n` +
        `See also: [Something else](${HOST}/advanced/three.md)\n\n`,
    );
  });

  test('leads from each old address to the article, also where hosts know no redirects', async () => {
    for (const old of ['advanced/first', 'old/beginning']) {
      const $ = await page(`${old}/`);
      expect($('meta[http-equiv=refresh]').attr('content')).toBe('0; url=/advanced/one/');
      expect($('link[rel=canonical]').attr('href')).toBe(`${HOST}/advanced/one/`);
      expect($('meta[name=robots]').attr('content')).toBe('noindex');
      expect(await linksIn(`${old}/`, 'main')).toEqual([['The first part', '/advanced/one/']]);
      expect(await text(`${old}.md`)).toBe(
        `This page has moved: [The first part](${HOST}/advanced/one.md)\n`,
      );
    }
    expect(await text('_redirects')).toBe(
      '/advanced/first/ /advanced/one/ 301\n/advanced/first.md /advanced/one.md 301\n' +
        '/old/beginning/ /advanced/one/ 301\n/old/beginning.md /advanced/one.md 301\n',
    );
    expect(await text('sitemap-0.xml')).not.toMatch(/first|beginning/);
  });

  test('keeps the ids of headings on the page, in its contents and in links, not in the Markdown', async () => {
    const $ = await page('advanced/one/');
    expect($('h2#short').text()).toBe('A long heading that may change');
    expect((await linksIn('advanced/one/', '.toc')).map(([, href]) => href)).toEqual(['#short']);
    expect(await linksIn('advanced/one/', '.prose > p')).toContainEqual([
      'the second part',
      '/advanced/two/#own-id',
    ]);
    expect(await text('advanced/one.md')).toMatch(/^## A long heading that may change$/m);
  });
});

describe('a site that', () => {
  let site: SiteCopy;
  beforeAll(async () => {
    site = await copySite(FIXTURE);
  });
  afterAll(() => site.remove());
  const edit = async (path: string, from: string, to: string): Promise<void> => {
    const file = join(site.root, path);
    const before = await readFile(file, 'utf8');
    expect(before).toContain(from);
    await writeFile(file, before.replace(from, to));
  };

  test('names a draft, leads elsewhere from an old address, or loses an id is not built below a path', async () => {
    await edit('src/pages/404.astro', '<h1>', '<a href="/project/advanced/later/">Later</a><h1>');
    await edit('src/components/tags/AllTags.astro', '<div class="tag-page">', '<div class="draft">');
    await edit('src/pages/[...moved]/index.astro', 'movedTo={href}', 'movedTo="/advanced/one/"');
    await edit('src/site/pages/life/markdown-head.ts', 'This page has moved: ', 'This page is gone: ');
    await edit('src/site/publish/redirects.ts', ' 301', ' 302');
    const { exitCode, text } = await site.run('build', ['--no-browser'], {
      SITE_URL: 'https://name.example/project/',
    });
    expect(exitCode).toBe(1);
    for (const message of [
      'dist/404.html  This file names a draft: advanced/later.',
      'dist/advanced/first/index.html  This page does not lead where its article has moved.',
      'dist/advanced/first.md  This page does not lead where its article has moved.',
      'dist/_redirects  A redirect is not the one that an article asks for.',
      'dist/tags/index.html  No <div> here has the class "draft".',
    ])
      expect(text).toContain(message);
    expect(existsSync(site.dist)).toBe(false);
  });
});
