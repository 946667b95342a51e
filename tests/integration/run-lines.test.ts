import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeLines } from '../../scripts/lines/judge-lines.ts';
import { type PublishedLine, publishedLines } from '../../scripts/lines/published-lines.ts';
import { discover } from '../../src/runner/examples/discover-examples.ts';
import { userCache } from '../../src/runner/files/user-cache.ts';
import { findUv } from '../../src/runner/packages/uv-program.ts';
import { builtCopy } from '../fixtures/built-site.ts';
import { interpreter, PROJECT } from '../fixtures/programs.ts';
import type { SiteCopy } from '../fixtures/site-copy.ts';
import { serveBelow, type StaticServer } from '../fixtures/static-server.ts';

/** The `dist/` that the build before the tests wrote. */
const DIST = join(PROJECT, 'dist');

/** Runs lines of a project from a host that serves its site. @returns what is wrong, by id */
async function wrongLines(
  root: string,
  lines: readonly PublishedLine[],
  server: StaticServer,
): Promise<Record<string, string>> {
  const { value: uv = '' } = await findUv(await interpreter(), userCache());
  const wrong = await judgeLines(lines, { root, site: server.origin, interpreter: await interpreter(), uv });
  return Object.fromEntries(wrong.map(({ id, problem }) => [id, problem.title]));
}

/** `/examples/aio/cancel.without-raise.py` → `aio/cancel.without-raise` */
const idOf = ({ download }: { readonly download: string }): string =>
  download.replaceAll(/^\/examples\/|\/main(?=\.)|\.(?:py|zip)$/g, '');

describe('the lines of our pages', () => {
  let lines: readonly PublishedLine[];
  let server: StaticServer;
  beforeAll(async () => {
    lines = await publishedLines(DIST);
    server = await serveBelow(DIST, '/');
  });
  afterAll(() => server.close());

  test('are one for each example that the build verified, and for each variant of one', async () => {
    const list = JSON.parse(await readFile(join(DIST, 'verified.json'), 'utf8')) as {
      examples: { id: string; verdict: string; variants: { download: string; verdict: string }[] }[];
    };
    const verified = list.examples
      .flatMap(example => [example, ...example.variants.map(variant => ({ ...variant, id: idOf(variant) }))])
      .flatMap(({ id, verdict }) => (verdict === 'verified' ? [id] : []));
    expect(lines.map(({ id }) => id).toSorted()).toEqual(verified.toSorted());
  });

  // Packages come from an index: `npm run try-lines` runs these too.
  test('print what their pages show: a tenth of them, and all that are not plain', async () => {
    const { examples } = await discover(PROJECT, 'examples');
    const declaring = new Set(
      examples.flatMap(({ id, metadata }) => (metadata.dependencies.length > 0 ? [id] : [])),
    );
    const free = lines.filter(({ id }) => !declaring.has(id));
    const chosen = free.filter(({ line }, index) => index % 10 === 0 || !/^uv run \S+$/.test(line));
    expect(chosen.length).toBeGreaterThan(free.length / 10);
    expect(await wrongLines(PROJECT, chosen, server)).toEqual({});
  });
});

describe('the lines of a site', () => {
  let site: SiteCopy;
  let server: StaticServer;
  beforeAll(async () => {
    site = await builtCopy('tests/fixtures/site');
    server = await serveBelow(site.dist, '/');
  });
  afterAll(async () => {
    await server.close();
    await site.remove();
  });

  /** Replaces the line of a page, so that the trial has something to find. */
  async function withLine(id: string, change: (line: string) => string): Promise<PublishedLine> {
    const path = join(site.dist, `examples/${id}/index.html`);
    const html = await readFile(path, 'utf8');
    const before = new Set((await publishedLines(site.dist)).map(({ line }) => line));
    const $ = load(html);
    const code = $('pre[data-fence=sh] code').first();
    code.text(change(code.text()));
    await writeFile(path, $.html());
    // A line that fetches something else has its id.
    const line = (await publishedLines(site.dist)).find(each => !before.has(each.line));
    await writeFile(path, html);
    return line as PublishedLine;
  }

  test('run, each as it is shown', async () => {
    const lines = await publishedLines(site.dist);
    expect(lines.map(({ id }) => id)).toContain('basics/several');
    expect(await wrongLines(site.root, lines, server)).toEqual({});
  });

  test.for([
    ['basics/greeting', (line: string) => `${line.trimEnd()} && echo more\n`],
    ['basics/greeting', (line: string) => line.replace('greeting.py', 'absent.py')],
    ['basics/greeting', (line: string) => line.replace('greeting.py', 'greeting.pyc')],
    ['basics/raises', (line: string) => line.replace('\n', ' || true\n')],
    ['basics/several', (line: string) => line.replace('python3 main.py', 'python3 words.py')],
    ['basics/several', (line: string) => line.replace('(cd several && ', '(')],
  ] as const)('of %s are wrong if they do something else', async ([id, change]) => {
    const line = await withLine(id, change);
    expect(Object.keys(await wrongLines(site.root, [line], server))).toEqual([line.id]);
  });
});
