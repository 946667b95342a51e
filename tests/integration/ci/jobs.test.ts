import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { tagOf } from '../../../src/core/python-version.ts';
import { userCache } from '../../../src/runner/files/user-cache.ts';
import { CACHE_PATHS } from '../../../src/runner/files/state-paths.ts';
import { copySite } from '../../fixtures/site-copy.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { NPM, type Step, stepOf, workflow } from '../../fixtures/workflow.ts';

interface Ran {
  readonly exitCode: number | undefined;
  readonly text: string;
}

test('the jobs check, merge and report shards, at the lines of the example and of the page', async () => {
  const { root, remove } = await copySite('tests/fixtures/site');
  try {
    await cp('package-lock.json', join(root, 'package-lock.json'));
    // Drifts, and prints what a CI and a page of GitHub's could obey.
    await writeFile(
      join(root, 'examples/basics/countdown.py'),
      'for number in range(5, 2, -1):\n    print(number)\nprint("::error::forged\\n```\\n</details><b>")\n',
    );
    const python = tagOf(await interpreter());
    const summary = join(root, 'summary.md');
    const run = async (
      { run: command = '', env: given = {} }: Step,
      matrix: Readonly<Record<string, string>> = {},
    ): Promise<Ran> => {
      const env = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name,
          value.replace(/\$\{\{ matrix\.(\w+) \}\}/, (_, key: string) => matrix[key] ?? ''),
        ]),
      );
      const { exitCode, all } = await execa('bash', ['-eo', 'pipefail', '-c', `${NPM}\n${command}`], {
        cwd: root,
        reject: false,
        all: true,
        stdin: 'ignore',
        env: {
          NODE: process.execPath,
          PROJECT: root,
          NODE_COMPILE_CACHE: join(userCache().path, CACHE_PATHS.compiled),
          NO_COLOR: '1',
          CI: '',
          VITEST: '',
          GITHUB_ACTIONS: '',
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_SERVER_URL: 'https://example.org',
          GITHUB_REPOSITORY: 'a/b',
          GITHUB_SHA: '0a1b',
          ...env,
        },
      });
      return { exitCode, text: all };
    };
    const ends: (number | undefined)[] = [];
    for (const shard of workflow.jobs.examples?.strategy?.matrix.shard ?? []) {
      ends.push((await run(stepOf('examples', 'check'), { python, shard: String(shard) })).exitCode);
      // What uploading and downloading do.
      await cp(join(root, '.verbatim/shards'), join(root, `shards/examples-${python}-${shard}`), {
        recursive: true,
      });
      await rename(join(root, '.verbatim/shards'), join(root, `.verbatim/shards-${shard}`));
    }
    expect(ends.toSorted()).toEqual([0, 1]);

    const merged = await run(stepOf('report', 'merge'));
    expect(merged.exitCode).toBe(1);
    const annotations = merged.text.split('\n').filter(line => line.startsWith('::'));
    expect(annotations.map(line => line.split('::')[1])).toEqual([
      expect.stringMatching(
        /^error file=examples\/basics\/countdown\.py,line=1,title=basics\/countdown%3A drifted under CPython 3\.\d+\.\d+$/,
      ),
      expect.stringMatching(
        /^warning file=content\/advanced\/good\.mdx,line=\d+,col=\d+,title=This page shows basics\/countdown$/,
      ),
    ]);
    const text = await readFile(summary, 'utf8');
    expect(text).toMatch(/^## Examples: 4 verified, 1 drifted; 0 cached, 5 run; CPython/);
    expect(text).toMatch(
      /^Shown in \[content\/advanced\/good\.mdx:\d+:\d+\]\(https:\/\/example\.org\/a\/b\/blob\/0a1b\/content\/advanced\/good\.mdx#L\d+\)/m,
    );
    expect(text).toContain(
      '<details><summary>Output before: the recording</summary>\n\n```text\n5\n4\n3\n2\n1\n```\n',
    );
    expect(text).toContain(
      '<details><summary>Output after: this run</summary>\n\n````text\n5\n4\n3\n' +
        '\\x3a:error::forged\n```\n</details><b>\n````\n',
    );

    expect((await run(stepOf('report', 'verdict-tests'))).exitCode).toBe(1);
    const $ = load(await readFile(join(root, 'reports/junit.xml'), 'utf8'), { xml: true });
    expect([
      $('testcase').length,
      $('failure')
        .toArray()
        .map(each => $(each).parent().attr('classname')),
    ]).toEqual([5, ['basics/countdown']]);
    expect($('failure').text()).toContain(' ❯ examples/basics/countdown.py:1:1');
  } finally {
    await remove();
  }
});
