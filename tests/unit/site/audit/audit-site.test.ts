import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuditPlan } from '../../../../src/site/audit/audit-plan.ts';
import { auditSite } from '../../../../src/site/audit/audit-site.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const SOURCE = 'print(1)\n';
const EDITION = 'It prints 1.\n';
const PLAN: AuditPlan = {
  examples: new Map([
    [
      'a/one',
      { file: 'examples/a/one.py', verdict: 'verified', source: SOURCE, recordings: [{ out: '1\n' }] },
    ],
    ['a/old', { file: 'examples/a/old.py', verdict: 'drifted', source: SOURCE, recordings: [] }],
    ['a/two', { file: 'examples/a/two.py', verdict: 'verified', source: SOURCE, recordings: [] }],
  ]),
  editions: new Map([['content/a.mdx', EDITION]]),
};

const page = (output: string): string =>
  `<html><body><pre data-code="a/one">print(1)\n</pre><samp data-output="a/one">${output}</samp></body></html>`;
const SITE = {
  'a/index.html': page('1\n'),
  'a.md': `# A\n${EDITION}`,
  'examples/a/one.py': SOURCE,
  'examples/a/old.py': SOURCE,
  'examples/a/two.py': SOURCE,
};

const site = (files: Readonly<Record<string, string>> = {}): Promise<string> =>
  temporaryFolder({ ...SITE, ...files });
const titles = async (dist: string): Promise<readonly string[]> =>
  (await auditSite(dist, PLAN)).problems.map(({ file, title }) => `${file}  ${title}`);

test('a site that shows what was verified passes, and its blocks are counted', async () => {
  expect(await auditSite(await site(), PLAN)).toEqual({
    pages: 1,
    editions: 1,
    outputs: 1,
    codes: 1,
    values: 0,
    problems: [],
  });
});

test.each([
  [
    'an output that no run printed',
    { 'a/index.html': page('2\n') },
    'dist/a/index.html  An output is not what a/one printed.',
  ],
  [
    'an output of an example that is not verified',
    { 'b/index.html': '<samp data-output="a/old">1</samp>' },
    'dist/b/index.html  a/old is shown with output, and its verdict is "drifted".',
  ],
  [
    'a recording that this build has not verified',
    { 'b/index.html': '<samp data-output="a/two">1</samp>' },
    'dist/b/index.html  The recording of a/two is not the one that was verified.',
  ],
  [
    'an example that is not in the ledger',
    { 'b/index.html': '<samp data-output="a/none">1</samp>' },
    'dist/b/index.html  No example a/none is in the ledger.',
  ],
  [
    'a page with a block of unknown origin',
    { 'other/index.html': '<pre>typed</pre>' },
    'dist/other/index.html  A block says nothing of the run that printed it.',
  ],
  [
    'code that did not run',
    { 'b/index.html': '<pre data-code="a/one">print(2)\n</pre>' },
    'dist/b/index.html  Code is not that of examples/a/one.py.',
  ],
  [
    'a value that no run printed',
    { 'b/index.html': '<span data-value="a/one" data-match="(.*)">2</span>' },
    'dist/b/index.html  The value "2" is not what a/one printed.',
  ],
  [
    'other prose than its article',
    { 'a.md': '# A\nIt prints 2.\n' },
    'dist/a.md  This Markdown is not the text of an article.',
  ],
  [
    'the same prose, but not on a line of its own',
    { 'a.md': `# A${EDITION}` },
    'dist/a.md  This Markdown is not the text of an article.',
  ],
  [
    'Markdown that belongs to no article',
    { 'b.md': `# B\n${EDITION}` },
    'dist/b.md  This Markdown is not the text of an article.',
  ],
  [
    'another file to download',
    { 'examples/a/one.py': 'print(2)\n' },
    'dist/examples/a/one.py  The file to download is not the one that ran.',
  ],
])('a site fails the audit with %s', async (_, files, problem) => {
  expect(await titles(await site(files))).toEqual([problem]);
});

test.each([
  [
    'an output that no run printed',
    '```text output=a/one stream=out\n2\n```\n',
    'An output is not what a/one printed.',
  ],
  [
    'code that did not run',
    '```python code=a/one\nprint(2)\n```\n',
    'Code is not that of examples/a/one.py.',
  ],
  [
    'a block that says nothing of its run',
    '```text stream=out\n1\n```\n',
    'A block says nothing of the run that printed it.',
  ],
])('a Markdown edition fails the audit with %s', async (_, edition, title) => {
  const dist = await site({ 'a.md': `# A\n${edition}` });
  const { problems } = await auditSite(dist, { ...PLAN, editions: new Map([['content/a.mdx', edition]]) });
  expect(problems.map(problem => `${problem.file}  ${problem.title}`)).toEqual([`dist/a.md  ${title}`]);
});

test('a site fails the audit if a Markdown edition or a download is missing', async () => {
  const dist = await site();
  await rm(join(dist, 'a.md'));
  await rm(join(dist, 'examples/a/one.py'));
  expect(await titles(dist)).toEqual([
    'content/a.mdx  The Markdown edition of this article is missing.',
    'dist/examples/a/one.py  The file to download is missing.',
  ]);
});
