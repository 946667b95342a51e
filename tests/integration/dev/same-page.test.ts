import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DevServer, startDevServer } from '../../../scripts/bench/dev-server.ts';
import { STATE_PATHS } from '../../../src/runner/files/state-paths.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { addWholeArticle } from '../../fixtures/whole-article.ts';

/** With advertisements, below a path: both change what pages hold. */
const SETTINGS = { ADVERTISEMENTS: 'on', SITE_URL: 'https://ada.example/docs' };
const LONG_CODE = 'x = 1\n'.repeat(60);
const MORE = `
## Greetings

${'word '.repeat(400)}

## Long

<Example file="basics/long.py" />

## [A \`link\`](#long)

![A favicon](./picture.svg)

<Example file="basics/long.py" highlight="3" />
`;

describe('the dev server shows what a build shows', () => {
  let site: SiteCopy;
  let server: DevServer;

  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
    await addWholeArticle(site.root);
    const at = (file: string): string => join(site.root, file);
    const picture = await readFile('src/public/favicon.svg');
    await writeFile(at('content/advanced/picture.svg'), picture);
    await writeFile(at('examples/basics/long.py'), `${LONG_CODE}print(x)\n`);
    expect(await site.run('record', ['basics/long', '--runs', '1', '--yes'])).toMatchObject({ exitCode: 0 });
    const second = await readFile(at('content/advanced/second.mdx'), 'utf8');
    await writeFile(at('content/advanced/second.mdx'), `${second}${MORE}`);
    server = await startDevServer(site.root, 4840, SETTINGS);
    expect((await fetch(new URL('/docs/advanced/good/', server.origin))).status).toBe(200);
    // A build beside it leaves it what it needs.
    const { exitCode, text } = await site.run('build', [], SETTINGS);
    expect([exitCode, text]).toEqual([0, expect.any(String)]);
    expect(existsSync(at(`${STATE_PATHS.dev}/vite/deps`))).toBe(true);
  });
  afterAll(async () => {
    await server?.stop();
    await site?.remove();
  });

  test.for(['advanced/good/', 'advanced/second/', 'advanced/all/', ''])('on the page /%s', async path => {
    const built = await readFile(join(site.dist, path, 'index.html'), 'utf8');
    const served = async (): Promise<string> => {
      const response = await fetch(new URL(`/docs/${path}`, server.origin));
      expect(response.status).toBe(200);
      return response.text();
    };
    // The first answer does not wait for the runs.
    await expect.poll(async () => mainOf(await served()), { timeout: 20_000 }).toEqual(mainOf(built));
    expect(headOf(await served())).toEqual(headOf(built));
  });
});

/** The elements of the main part, one a line, without what only Vite and the dev server write. */
function mainOf(html: string): readonly string[] {
  const $ = load(html);
  $('main').find('style, script, [data-page-version]').remove();
  // A dev server verifies nothing, so it has fewer numbers to show.
  $('main dl.numbers').remove();
  // A dev server does not know which samples an article shows before it has compiled it.
  $('main .facts li')
    .filter((_, each) => /^\d+ samples?$/.test($(each).text()))
    .remove();
  // A build writes a picture beside the article into a file of its own; the dev server sends it from there.
  const pictures = $('main img[src*="/_astro/"], main img[src*="/_image/"]');
  pictures.attr('src', 'a picture').removeAttr('data-image-component');
  const lines = ($('main').html() ?? '').replaceAll(/>\s*</g, '>\n<').split('\n');
  return lines.map(line => line.trim()).filter(line => line !== '');
}

/** What the head of a page says about it. */
function headOf(html: string): readonly string[] {
  const $ = load(html);
  return $('title, meta[name], meta[property], link[rel=canonical], script[type="application/ld+json"]')
    .toArray()
    .map(element => $.html(element));
}
