import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discover } from '../../../src/runner/examples/discover-examples.ts';
import { tidyReceipts } from '../../../src/runner/examples/receipt-files.ts';
import {
  contentFile,
  fillRuns,
  makeSite,
  writeArticle,
  writeSample,
} from '../../../scripts/bench/site-project.ts';
import { benchmarkArticles } from '../../../scripts/bench/site-text.ts';
import type { BuildReport } from '../../../src/site/build/build-timings.ts';
import { treeDigest } from '../../fixtures/tree-digest.ts';

// Three tracks of two articles; the third track comes later.
const all = benchmarkArticles(6, 2);
const [first, second] = all as [(typeof all)[number], (typeof all)[number]];
const WHOLE_SITE = ['/', '/404/', '/verified/'];
const FIRST = '/track-001/topic-0001/';

let root: string;
const dist = (...path: string[]): string => join(root, 'dist', ...path);

async function build(): Promise<{ readonly text: string; readonly report: BuildReport }> {
  const { all: text, exitCode } = await execa(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    all: true,
    reject: false,
    stdin: 'ignore',
    env: { NO_COLOR: '1', CI: '' },
  });
  expect([exitCode, text]).toEqual([0, text]);
  return {
    text,
    report: JSON.parse(await readFile(join(root, '.verbatim/build.json'), 'utf8')) as BuildReport,
  };
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'verbatim-again-'));
  await makeSite(process.cwd(), root, all);
  for (const article of all.slice(4)) {
    await rm(join(root, contentFile(article)));
    for (const { id } of article.examples)
      for (const ending of ['py', 'out']) await rm(join(root, `examples/${id}.${ending}`));
  }
  for (const each of (await discover(root, 'examples')).receipts) await tidyReceipts(root, each);
  await fillRuns(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

test(
  'a build after an edit renders what changed, and is the clean build byte for byte',
  { timeout: 600_000 },
  async () => {
    const cold = await build();
    expect(cold.text).toContain('12 verified; 12 cached, 0 run');
    expect(cold.report.pages.length).toBe(4 + 12 + WHOLE_SITE.length);
    const small = await readFile(dist(FIRST, 'index.html'), 'utf8');

    // Nothing: what is there is compared with what was left there, and whatever is not so is built again.
    const same = await build();
    expect(same.text).toContain('Nothing has changed: the 19 pages in dist/');
    expect(same.report).toMatchObject({ pages: [], kept: Object.keys(await treeDigest(dist())).length });
    await writeFile(dist(FIRST, 'index.html'), 'by somebody else');
    expect((await build()).report.pages).toContain(FIRST);
    expect(await readFile(dist(FIRST, 'index.html'), 'utf8')).toBe(small);

    // A picture that lies neither beside the articles nor in src/ is nothing that the next build would know of.
    const article = join(root, contentFile(second));
    const text = await readFile(article, 'utf8');
    await mkdir(join(root, 'images'));
    await writeFile(
      join(root, 'images/dot.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    );
    await writeFile(article, `${text}\n![A dot](../../images/dot.svg)\n`);
    await build();
    await writeFile(
      join(root, 'images/dot.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>',
    );
    expect((await build()).report.pages).toContain('/track-001/topic-0002/');
    await writeFile(article, text);
    await build();

    // One example: its run, its page, the article that shows it, and the lists of the whole site.
    const [sample] = second.examples as [(typeof second.examples)[number]];
    await writeSample(root, {
      ...sample,
      source: `${sample.source}print("one line more")\n`,
      out: `${sample.out}one line more\n`,
    });
    const edited = await build();
    expect(edited.text).toContain('12 verified; 11 cached, 1 run');
    expect(edited.report.pages.toSorted()).toEqual(
      [...WHOLE_SITE, `/examples/${sample.id}/`, '/track-001/topic-0002/'].toSorted(),
    );
    expect(await readFile(dist('track-001/topic-0002/index.html'), 'utf8')).toContain('one line more');

    // A new title stands on the pages of its track, and a new track on none of another.
    const file = join(root, contentFile(second));
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^title: .*$/m, 'title: Another title'));
    for (const article of all.slice(4)) await writeArticle(root, article, all);
    for (const each of (await discover(root, 'examples')).receipts) await tidyReceipts(root, each);
    await fillRuns(root);
    const grown = await build();
    expect(grown.report.pages).toContain(FIRST);
    expect(grown.report.pages).not.toContain('/track-002/topic-0003/');
    expect(grown.text).toContain('Read back 27 pages');
    const again = await treeDigest(dist());

    await rm(join(root, '.verbatim'), { recursive: true });
    await rm(dist(), { recursive: true });
    for (const each of (await discover(root, 'examples')).receipts) await tidyReceipts(root, each);
    await fillRuns(root);
    await build();
    expect(await treeDigest(dist())).toEqual(again);

    // Half as many articles more, and the page has the same weight but for the other title.
    const large = await readFile(dist(FIRST, 'index.html'), 'utf8');
    expect(large.replaceAll('Another title', second.title).length).toBe(small.length);
    expect(small).toContain(first.title);
  },
);
