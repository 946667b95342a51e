import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/cli/system-programs.ts';
import { askedWords, type FoundPage, placesIn } from '../../src/client/finding/found-pages.ts';
import { writeSearchIndex } from '../../src/site/search/search-index.ts';
import { serveBelow } from '../fixtures/static-server.ts';

/** What people type when they do not know how it is called, each with the line of code that has it. */
const ROWS = [
  [':=', 'while (item := queue.get()) is not None:'],
  ['->', 'def describe(words: list[str]) -> str:'],
  ['@property', '@property'],
  ['@dataclass', '@dataclass(frozen=True)'],
  ['__init__', 'def __init__(self):'],
  ['__name__', 'if __name__ == "__main__":'],
  ['**kwargs', 'def call(*args, **kwargs):'],
  ['*args', 'def other(*args):'],
  ['except*', 'except* ValueError as group:'],
  ['+=', 'total += 1'],
  ['!=', 'if total != 2:'],
  ['==', 'same = a == b'],
  ['<=', 'fits = low <= high'],
  ['<<', 'bits = 1 << 4'],
  ['|=', 'flags |= 8'],
  ['%s', 'text = "%s" % name'],
  ['**options', 'point = Point(**options)'],
  ['run(main())', 'runner.run(main())'],
  ['async with', 'async with lock:'],
  ['asyncio.sleep', 'await asyncio.sleep(1)'],
] as const;

const block = (id: string, line: string): string =>
  `<h2 id="of-${id}">Of ${id}</h2><p>Some text around the example (it is short).</p><figure class="example" id="${id}">` +
  `<pre class="code" aria-label="a > b" data-code="topic/${id}"><code>${line.replaceAll('<', '&lt;')}\n</code></pre></figure><p>And after.</p>`;
const PAGE =
  '<!doctype html><html lang="en"><head><title>Signs</title></head><body><main data-pagefind-body>' +
  `<h1>Signs</h1>${ROWS.map(([, line], index) => block(`row_${index}`, line)).join('')}</main></body></html>`;

let search: (term: string) => Promise<readonly FoundPage[]>;
let close: () => Promise<void>;
beforeAll(async () => {
  const dist = await mkdtemp(join(tmpdir(), 'verbatim-signs-'));
  await mkdir(join(dist, 'signs'));
  await writeFile(join(dist, '404.html'), '');
  await writeFile(join(dist, 'signs/index.html'), PAGE);
  await writeSearchIndex(dist, 'en', ['/signs/']);
  const server = await serveBelow(dist, '/');
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`${server.origin}/signs/`);
  // As a text: what is a function here would be changed before it reaches the browser.
  search = term =>
    page.evaluate(`import('/pagefind/pagefind.js')
      .then(pagefind => pagefind.search(${JSON.stringify(askedWords(term))}))
      .then(({ results }) => Promise.all(results.map(result => result.data())))`);
  close = async () => {
    await browser.close();
    await server.close();
    await rm(dist, { recursive: true, force: true });
  };
});
afterAll(() => close());

describe('in code,', () => {
  test.for(ROWS.map(([term, line], index) => ({ term, line, index })))(
    '$term is found, in the very block that has it',
    async ({ term, line, index }) => {
      const places = (await search(term)).flatMap(placesIn);
      const place = places.find(({ title }) => title === `topic/row_${index}`);
      expect(place).toMatchObject({
        kind: 'code',
        url: `/signs/#row_${index}`,
        within: `Of row_${index} · Signs`,
      });
      expect(place?.excerpt.join('').trim()).toBe(line);
    },
  );
});

test('a word beside code is found in its section', async () => {
  const places = (await search('after')).flatMap(placesIn);
  expect(places[0]).toMatchObject({ kind: 'section', title: 'Of row_0' });
  expect(places[0]?.excerpt.join('')).toContain('And after');
});
