import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type DevServer, startDevServer } from '../../../scripts/bench/dev-server.ts';
import type { Problem } from '../../../src/core/problems/problem.ts';
import { location } from '../../../src/core/problems/problem.ts';
import { writeMistakes } from '../../fixtures/many-mistakes.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';

const SECOND = 'content/advanced/second.mdx';
const GOOD = 'content/advanced/good.mdx';

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** It prints the same as what it changes. */
const VARIANT = `# /// script
# [[tool.verbatim.variant]]
# name = "with other quotes"
# replace = { '"new"' = "'new'" }
# recorded = false
# ///
`;

describe('the head of a page on the dev server', () => {
  let site: SiteCopy;
  let server: DevServer;
  const texts = new Map<string, string>();
  const at = (file: string): string => join(site.root, file);
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(at(file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    await writeFile(at(file), text.replace(from, to));
  };
  const get = async (path: string): Promise<{ status: number; html: string }> => {
    const response = await fetch(new URL(path, server.origin), { headers: { Accept: 'text/html' } });
    return { status: response.status, html: await response.text() };
  };
  const problems = async (path: string): Promise<readonly string[]> => problemsIn((await get(path)).html);
  const eventually = (path: string, expected: readonly unknown[]): Promise<void> =>
    expect.poll(() => problems(path), { timeout: 20_000, interval: 100 }).toEqual(expected);

  /** What a check says of the second article, sorted. */
  const checkSays = async (): Promise<readonly string[]> => {
    const { text } = await site.run('check', ['--article', 'advanced/second', '--report', 'json']);
    const report = JSON.parse(text.slice(text.indexOf('{\n'))) as {
      readonly examples: readonly { readonly problems: readonly Problem[] }[];
      readonly problems: readonly Problem[];
    };
    const all = [...report.problems, ...report.examples.flatMap(example => example.problems)];
    return all.map(problem => `${location(problem)} ${problem.title}`).sort();
  };

  beforeAll(async () => {
    site = await copySite('tests/fixtures/site');
    for (const file of [SECOND, GOOD]) texts.set(file, await readFile(at(file), 'utf8'));
    // What is wrong at the start is shown too.
    await writeFile(at(SECOND), '---\ntitle: "A\nlevel: Beginner\n---\n\n# {\n');
    server = await startDevServer(site.root, 4860);
  });
  afterEach(async () => {
    for (const [file, text] of texts) await writeFile(at(file), text);
  });
  afterAll(async () => {
    await server?.stop();
    await site?.remove();
  });

  test('says what is wrong with an article that could not be read when the server started', async () => {
    const { status, html } = await get('/advanced/second/');
    expect([status, problemsIn(html)]).toEqual([
      200,
      [
        `${SECOND}:2:8 The quote that begins the text of title is never closed.`,
        `${SECOND}:6:3 A "{" begins an expression, and no "}" ends it.`,
      ],
    ]);
    expect(html).toContain('The article cannot be read as it is.');
    expect(html).not.toMatch(/vite-error-overlay|node_modules\/astro\/dist|at async/);
  });

  test('says all that check says, of forty mistakes in one article', async () => {
    await writeMistakes(site.root, SECOND);
    const expected = await checkSays();
    expect(expected.length).toBeGreaterThanOrEqual(40);
    await expect
      .poll(async () => [...(await problems('/advanced/second/'))].sort(), { timeout: 20_000 })
      .toEqual(expected);
    const { html } = await get('/advanced/second/');
    const $ = load(html);
    expect($('.dev-panel').attr('aria-labelledby')).toBe($('.dev-panel h2').attr('id'));
    expect($('.dev-panel h2').text()).toBe(`${expected.length} problems on this page`);
  });

  test('follows what other articles have: a heading that is renamed, an article that is removed', async () => {
    await edit(SECOND, '(/advanced/good/)', '(/advanced/good/#fences)');
    await eventually('/advanced/second/', []);
    await edit(GOOD, '## Fences', '## Blocks');
    await eventually('/advanced/second/', [
      expect.stringMatching(/\/advanced\/good\/ has no anchor #fences\.$/),
    ]);
    await edit(GOOD, '## Blocks', '## Fences');
    await eventually('/advanced/second/', []);
    await rm(at(GOOD));
    await eventually('/advanced/second/', [expect.stringMatching(/There is no page \/advanced\/good\/\.$/)]);
  });

  test('is quiet about a file that is saved empty and then full, and an article that is renamed', async () => {
    await writeFile(at(SECOND), '');
    await eventually('/advanced/second/', [`${SECOND}:1:1 The article has no front matter.`]);
    await writeFile(at(SECOND), texts.get(SECOND) ?? '');
    await eventually('/advanced/second/', []);
    await rename(at(SECOND), at('content/advanced/third.mdx'));
    await expect.poll(async () => (await get('/advanced/second/')).status, { timeout: 20_000 }).toBe(404);
    expect((await get('/advanced/third/')).status).toBe(200);
    await rename(at('content/advanced/third.mdx'), at(SECOND));
    await expect.poll(async () => (await get('/advanced/second/')).status, { timeout: 20_000 }).toBe(200);
    await eventually('/advanced/second/', []);
  });

  test('is on the page of an article whose file, name or track the site does not serve', async () => {
    await cp(at(SECOND), at('content/nowhere/second.mdx'));
    const text = texts.get(SECOND) ?? '';
    await writeFile(at('content/advanced/A page.mdx'), text.replace(/^order: \d+/m, 'order: 9'));
    await eventually('/nowhere/second/', ['content/nowhere/second.mdx There is no track "nowhere".']);
    await eventually('/advanced/A%20page/', [expect.stringContaining('"A page" is no address')]);
    expect((await get('/')).status).toBe(200);
    await rm(at('content/nowhere'), { recursive: true });
    await rm(at('content/advanced/A page.mdx'));
  });

  test('says what a picture lacks that only the compiler opens, and shows it when it is whole', async () => {
    const cut = Buffer.from('89504e470d0a1a0a', 'hex');
    await writeFile(at('content/advanced/cut.png'), cut);
    await edit(SECOND, '{/* A note', '![A lock](./cut.png)\n\n{/* A note');
    await eventually('/advanced/second/', [
      expect.stringMatching(/cut\.png says nothing of its size/),
      expect.stringMatching(/second\.mdx The article cannot be compiled: .+content\/advanced\/cut\.png/),
    ]);
    await writeFile(at('content/advanced/cut.png'), PIXEL);
    await eventually('/advanced/second/', []);
    expect((await get('/advanced/second/')).html).toContain('alt="A lock"');
  });

  test('follows examples and recordings that come and go; a new example has a page', async () => {
    await edit(SECOND, '{/* A note', '<Example file="basics/fresh.py" />\n\n{/* A note');
    await eventually('/advanced/second/', [
      expect.stringMatching(/There is no example basics\/fresh\.py\.$/),
    ]);
    expect((await get('/examples/basics/fresh/')).status).toBe(404);
    await writeFile(at('examples/basics/fresh.py'), 'print("new")\n');
    await eventually('/advanced/second/', ['examples/basics/fresh.py Its output was never recorded.']);
    expect((await get('/examples/basics/fresh/')).status).toBe(200);
    expect(await site.run('record', ['basics/fresh', '--runs', '1', '--yes'])).toMatchObject({ exitCode: 0 });
    await eventually('/advanced/second/', []);
    await writeFile(at('examples/basics/fresh.py'), `${VARIANT}print("new")\n`);
    const same = await checkSays();
    expect(same).toEqual([expect.stringMatching(/fresh\.py:3:3 Variant "with other quotes": It prints/)]);
    await eventually('/advanced/second/', same);
    await rm(at('examples/basics/fresh.out'));
    const lost = await checkSays();
    expect(lost).not.toEqual([]);
    await eventually('/advanced/second/', lost);
    await rm(at('examples/basics/fresh.py'));
    await eventually('/advanced/second/', [
      expect.stringMatching(/There is no example basics\/fresh\.py\.$/),
    ]);
    expect((await get('/examples/basics/fresh/')).status).toBe(404);
  });
});

/** `content/a/b.mdx:1:1 What happened.` */
function problemsIn(html: string): readonly string[] {
  const $ = load(html);
  return $('.dev-panel > ol > li')
    .toArray()
    .map(item => `${$(item).find('.dev-where').text().trim()} ${$(item).find('.dev-title').text().trim()}`);
}
