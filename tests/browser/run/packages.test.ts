import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import type { ReaderRun } from '../../../src/core/browser/reader-run.ts';
import { wheelPath } from '../../../src/core/browser/browser-sample.ts';
import { packageIndex } from '../../fixtures/package-index.ts';
import { sampleWith } from '../../fixtures/package-project.ts';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';
import { browse, open } from '../browse.ts';

const ID = 'packages/names';
const ARTICLE = `---
title: Packages
summary: A sample with packages runs in the page.
level: Beginner
order: 90
updated: 2026-11-30
---

It imports two packages.

<Example file="${ID}.py" />
`;

/** A built site with a sample that imports two packages. */
async function siteWithPackages(): Promise<SiteCopy> {
  const { env } = await packageIndex([{ name: 'one' }, { name: 'two', requires: ['one'] }]);
  const site = await copySite('tests/fixtures/running');
  onTestFinished(site.remove);
  await mkdir(join(site.root, 'examples/packages'));
  const text = 'import one\nimport two\n\nprint(one.__file__, two.VERSION)\n';
  await writeFile(join(site.root, `examples/${ID}.py`), sampleWith(['two'], text));
  await writeFile(join(site.root, 'content/advanced/packages.mdx'), ARTICLE);
  for (const [script, ...words] of [['record', ID, '--runs', '1', '--yes'], ['build']] as const) {
    const { exitCode, text: printed } = await site.run(script, words, { ...env, VERBATIM_BROWSER: 'on' });
    expect([exitCode, printed]).toEqual([0, expect.any(String)]);
  }
  return site;
}

/** Presses Run. @returns the verdict */
async function runIt(page: Page): Promise<string | null> {
  await page.getByRole('button', { name: /^Run / }).click();
  const status = page.locator('.run-status[data-verdict] .run-words');
  await status.waitFor({ timeout: 60_000 });
  return status.textContent();
}

test('a reader runs a sample with its packages: the proved files alone, and none before Run is pressed', async () => {
  const site = await siteWithPackages();
  const browsing = await browse(site.root);
  onTestFinished(browsing.close);
  const run = JSON.parse(await readFile(join(site.dist, `examples/${ID}/run.json`), 'utf8')) as ReaderRun;
  const paths = (run.sample.wheels ?? []).map(wheelPath);
  expect(paths).toHaveLength(2);
  const served = await readdir(join(site.dist, 'pyodide/packages'), { recursive: true });
  const names = served.filter(name => name.endsWith('.whl')).map(name => `pyodide/packages/${name}`);
  expect(names.sort()).toEqual(paths.toSorted());

  const { page, requests, complaints } = await open(browsing, '/advanced/packages/');
  const isPython = (url: string): boolean => url.includes('/pyodide/');
  expect(requests.filter(isPython)).toEqual([]);
  const headers: string[] = [];
  page.context().on('response', response => {
    const { 'content-type': type, 'cache-control': cache } = response.headers();
    if (response.url().endsWith('.whl')) headers.push(`${response.status()} ${type} ${cache}`);
  });
  expect(await runIt(page)).toBe('The same output.');
  expect(headers).toEqual(Array(2).fill('200 application/zip public, max-age=31536000, immutable'));
  expect(await runIt(page)).toBe('The same output.');
  expect(complaints).toEqual([]);
  await page.context().close();

  // A host that has changed a file.
  const file = join(site.dist, paths[0] ?? '');
  await writeFile(file, Buffer.concat([await readFile(file), Buffer.of(0)]));
  const other = await open(browsing, '/advanced/packages/');
  expect(await runIt(other.page)).toBe('Python could not be loaded. Press Run to try again.');
  await other.page.context().close();
}, 300_000);
