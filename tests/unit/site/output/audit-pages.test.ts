import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseExample } from '../../../../src/core/example/example.ts';
import type { LedgerEntry } from '../../../../src/core/ledger/ledger.ts';
import { digest, type Recording } from '../../../../src/core/verdict/recording.ts';
import { Auditor, type Found } from '../../../../src/site/output/audit-pages.ts';
import { AuditedPages } from '../../../../src/site/output/audit-cache.ts';
import { filed, planEditions } from '../../../../src/site/output/output-plan.ts';
import type { Proofs } from '../../../../src/site/figures/example-proofs.ts';
import { fingerprint } from '../../../../src/core/text/hash.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const SOURCE = 'print(1)\n';
const RECORDING: Recording = { out: '1\n' };

function proofs(): Proofs {
  const { value: example } = parseExample(
    'a/one',
    'examples/a/one.py',
    new Map([['one.py', Buffer.from(SOURCE)]]),
  );
  const entry: LedgerEntry = {
    id: 'a/one',
    file: 'examples/a/one.py',
    verdict: 'verified',
    problems: [],
    python: '3.13.0',
    recording: digest(RECORDING),
  };
  return new Map([
    [
      'a/one',
      {
        entry,
        entries: [entry],
        example,
        proved: [{ recording: RECORDING, pythons: [{ version: '3.13.0', gil: true }] }],
        recorded: [RECORDING],
        unproved: [],
      },
    ],
  ]);
}

const page = (output: string): string =>
  `<html><head><meta name="robots" content="noindex"></head><body><pre data-code="a/one">print(1)\n</pre><samp data-output="a/one">${output}</samp></body></html>`;
const edition = 'It prints 1.\n';
const SITE = {
  'dist/a/index.html': page('1\n'),
  'dist/a.md': `# A\n${edition}`,
  'dist/examples/a/one.py': SOURCE,
};

async function site(
  files: Readonly<Record<string, string>> = {},
): Promise<{
  readonly root: string;
  readonly dist: string;
  readonly auditor: (audited?: AuditedPages<Found>) => Auditor;
}> {
  const root = await temporaryFolder({ ...SITE, ...files });
  const dist = join(root, 'dist');
  return {
    root,
    dist,
    auditor: audited =>
      new Auditor({
        dist,
        proofs: filed(proofs()),
        editions: planEditions(
          new Map([
            ['content/a.mdx', { bytes: edition.length, sha256: fingerprint([Buffer.from(edition)]) }],
          ]),
        ),
        audited,
      }),
  };
}
const titles = async (auditor: Auditor): Promise<readonly string[]> =>
  (await auditor.end()).problems.map(({ file, title }) => `${file}  ${title}`);

test('a site on which all is as it was proved', async () => {
  const { auditor } = await site();
  expect(await auditor().end()).toEqual({
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
    { 'dist/a/index.html': page('2\n') },
    'dist/a/index.html  An output is not what a/one printed.',
  ],
  [
    'a page of which nobody told',
    { 'dist/other/index.html': '<pre>typed</pre>' },
    'dist/other/index.html  A block says nothing of the run that printed it.',
  ],
  [
    'other prose than its article',
    { 'dist/a.md': '# A\nIt prints 2.\n' },
    'dist/a.md  This Markdown is not the text of an article.',
  ],
  [
    'the same prose, but not after a line of its own',
    { 'dist/a.md': `# A${edition}` },
    'dist/a.md  This Markdown is not the text of an article.',
  ],
  [
    'Markdown that is no article',
    { 'dist/b.md': `# B\n${edition}` },
    'dist/b.md  This Markdown is not the text of an article.',
  ],
  [
    'another file to download',
    { 'dist/examples/a/one.py': 'print(2)\n' },
    'dist/examples/a/one.py  The file to download is not the one that ran.',
  ],
])('%s', async (_, files, problem) => {
  const { auditor } = await site(files);
  expect(await titles(auditor())).toEqual([problem]);
});

test('what is missing', async () => {
  const { auditor, dist } = await site();
  await rm(join(dist, 'a.md'));
  await rm(join(dist, 'examples/a/one.py'));
  expect(await titles(auditor())).toEqual([
    'content/a.mdx  The Markdown edition of this article is missing.',
    'dist/examples/a/one.py  The file to download is missing.',
  ]);
});

test('a page that somebody writes again after it was read is read again', async () => {
  const { auditor, dist } = await site();
  const early = auditor();
  early.read('a/index.html');
  early.read('a.md');
  expect(early.heads().get('a/index.html')).toEqual({ hidden: true, modified: undefined });
  expect(await titles(early)).toEqual([]);
  await writeFile(join(dist, 'a/index.html'), page('2\n'));
  expect(await titles(early)).toEqual(['dist/a/index.html  An output is not what a/one printed.']);
  await rm(join(dist, 'a/index.html'));
  expect((await early.end()).pages).toBe(0);
});

test('a page that an earlier audit found right is not read; but that of another article, and Markdown, is', async () => {
  const { auditor, root } = await site();
  const open = (): AuditedPages<Found> => AuditedPages.open<Found>(root, 'site', filed(proofs()), true);
  const first = open();
  await auditor(first).end();
  await first.save();
  const sha256 = fingerprint([Buffer.from(SITE['dist/a/index.html'])]);
  const again = auditor(open());
  again.readKept('a/index.html', sha256);
  expect(again.heads().get('a/index.html')).toEqual({ hidden: true });
  expect(await again.end()).toEqual({ pages: 1, editions: 1, outputs: 1, codes: 1, values: 0, problems: [] });
  // What was told of it is not what the audit knows: it is read.
  const { auditor: changed, dist } = await site({ 'dist/a/index.html': page('2\n') });
  const other = changed(open());
  other.readKept('a/index.html', fingerprint([Buffer.from(page('2\n'))]));
  expect(await titles(other)).toEqual([`dist/a/index.html  An output is not what a/one printed.`]);
  expect(dist).not.toBe(root);
});
