import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import type { Ledger, LedgerEntry } from '../../../src/core/ledger/ledger.ts';
import { markdownReport } from '../../../src/report/markdown.ts';
import { CPYTHON } from '../../fixtures/examples.ts';
import { DRIFTED, MIXED, SKIPPED, SOUND, VERIFIED } from '../../fixtures/ledgers.ts';

const whole = (text: string): { text: string; omitted: number } => ({ text, omitted: 0 });
const ledgerOf = (...entries: LedgerEntry[]): Ledger => ({ ...SOUND, entries });
const shownAt = new Map([['threading/race', [{ file: 'content/a/b.mdx', line: 12, column: 1 }]]]);

describe('the summary of a job', () => {
  test('counts for each interpreter what it says, and whether it was run for that', () => {
    // The same version on two machines is one row.
    const interpreters = [
      ...MIXED.interpreters,
      { ...CPYTHON, path: '/opt/python3.13', build: '3.13.0 (other)' },
    ];
    expect(
      markdownReport({
        interpreters,
        entries: [VERIFIED, DRIFTED, { ...VERIFIED, python: '3.11.7', cached: false }],
        problems: [],
      })
        .split('\n')
        .slice(0, 7),
    ).toEqual([
      '## Examples: 2 verified, 1 drifted; 1 cached, 2 run; CPython 3.13.0; CPython 3.11.7',
      '',
      '| Interpreter | verified | drifted | run | cached | build |',
      '| --- | --: | --: | --: | --: | --- |',
      '| CPython 3.13.0 | 1 | 1 | 1 | 1 | 3.13.0 (main); 3.13.0 (other) |',
      '| CPython 3.11.7 | 1 | 0 | 1 | 0 | 3.13.0 (main) |',
      '',
    ]);
  });

  test('lists the samples that ran with the network', () => {
    expect(markdownReport(ledgerOf({ ...VERIFIED, network: true }))).toContain(
      '\n### With network\n\n- `threading/locks`: It ran with network.\n',
    );
    expect(markdownReport(ledgerOf(VERIFIED))).not.toContain('network');
  });

  test('shows each shortfall under a heading: articles, difference, output before and after', () => {
    const changes = [
      { stream: 'out', before: whole('first\nsecond\n'), after: { text: 'first\n2nd, 100%', omitted: 30 } },
    ] as const;
    expect(
      markdownReport(
        { ...MIXED, entries: [SKIPPED, VERIFIED, { ...DRIFTED, changes }] },
        { shownAt, sourceUrl: 'https://example.org/blob/0a1b/' },
      ),
    ).toMatchInlineSnapshot(`
      "## Examples: 1 verified, 1 drifted, 1 skipped, 1 other problem; 1 cached, 1 run; CPython 3.13.0

      | Interpreter | verified | drifted | run | cached | build |
      | --- | --: | --: | --: | --: | --- |
      | CPython 3.13.0 | 1 | 1 | 1 | 1 | 3.13.0 (main) |

      ### drifted: \`threading/race\` under CPython 3.13.0

      Shown in [content/a/b.mdx:12:1](https://example.org/blob/0a1b/content/a/b.mdx#L12).

      [examples/threading/race.py](https://example.org/blob/0a1b/examples/threading/race.py): Output differs from the recording, examples/threading/race.out:2

      \`\`\`diff
       first
      -second
      +2nd, 100%
      \`\`\`

      **If it is right now, accept it: npm run record -- threading/race**

      <details><summary>Output before: the recording</summary>

      \`\`\`text
      first
      second
      \`\`\`

      </details>

      <details><summary>Output after: this run, cut: 30 more characters</summary>

      \`\`\`text
      first
      2nd, 100%
      \`\`\`

      </details>

      ### Other problems

      [examples/notes.txt](https://example.org/blob/0a1b/examples/notes.txt): The file belongs to no example.

      **Put it into the folder of an example with a main.py, or remove it.**

      ### Skipped

      - \`asyncio/groups\`: No interpreter satisfies requires-python ">=3.14": there is CPython 3.13.0.
      "
    `);
  });

  test('says that no page shows an example, and what was not judged', () => {
    const report = markdownReport(ledgerOf(DRIFTED, { ...VERIFIED, note: 'The 2 cores were not free.' }), {
      shownAt: new Map([['other', []]]),
    });
    expect(report).toContain('\n\nNo page shows it.\n\n');
    expect(report).toContain('\n\n### Not judged\n\n- `threading/locks`: The 2 cores were not free.\n');
  });

  test('shows what was skipped in continuous integration as a shortfall, unless it may be skipped', () => {
    expect(markdownReport(ledgerOf(SKIPPED), { strict: true })).toContain(
      '\n### skipped: `asyncio/groups`\n',
    );
    expect(markdownReport(ledgerOf({ ...SKIPPED, optional: true }), { strict: true })).toContain(
      '\n### Skipped\n\n- `asyncio/groups`',
    );
  });

  test('has outputs as data in it: no HTML, no markup, and every character where it can be seen', () => {
    const hostile =
      '```\n````diff\n</details><script>alert(1)</script>\n# heading\n[a](javascript:b)\n' +
      '| $x$ |\n\u001b[2J\n';
    const problems = [
      { file: 'a_b.py', title: '<b>x</b> *y* `z` $1$ |', detail: hostile, remedy: '<img src=x>' },
    ];
    const report = markdownReport(
      ledgerOf({
        ...DRIFTED,
        id: 'a`b',
        problems,
        changes: [{ stream: 'err', before: whole(''), after: whole(hostile) }],
      }),
    );
    const nodes = nodesOf(report);
    expect(nodes.filter(({ type }) => type === 'html').map(({ value }) => value)).toEqual([
      '<details><summary>Error output before: the recording, nothing</summary>',
      '</details>',
      '<details><summary>Error output after: this run</summary>',
      '</details>',
    ]);
    expect(nodes.filter(({ type }) => type === 'code').map(({ value }) => value)).toEqual(
      [hostile, hostile].map(text => text.replace('\u001b', '\\x1b').trimEnd()),
    );
    expect(nodes.filter(({ type }) => type === 'heading')).toHaveLength(2);
    expect(nodes.filter(({ type }) => type === 'link' || type === 'image' || type === 'emphasis')).toEqual(
      [],
    );
    expect(nodes.filter(({ type }) => type === 'inlineCode').map(({ value }) => value)).toEqual(['a`b']);
  });

  test('is no larger than GitHub takes, and says what it leaves out', () => {
    const changes = [
      { stream: 'out', before: whole('é'.repeat(2000)), after: whole('y'.repeat(2000)) },
    ] as const;
    const many = Array.from({ length: 400 }, (_, index): LedgerEntry => ({
      ...DRIFTED,
      id: `a/e${index}`,
      changes,
      problems: [{ file: `examples/a/e${index}.py`, title: 'It differs. '.repeat(10) }],
    }));
    const report = markdownReport(ledgerOf(...many), {}, 60_000);
    expect(Buffer.byteLength(report)).toBeLessThanOrEqual(60_000);
    expect(Buffer.byteLength(report)).toBeGreaterThan(59_000);
    const [, brief, left] =
      /^\*\*(\d+) of the parts of this summary are shortened, and (\d+) parts of this summary are not shown: a summary holds 60000 bytes at most\. The log of the job has everything\.\*\*$/m.exec(
        report,
      ) ?? [];
    const headings = report.match(/^### drifted/gm)?.length ?? 0;
    expect(headings + Number(left)).toBe(400);
    expect(report.match(/^<details>/gm)).toHaveLength(2 * (headings - Number(brief)));
    expect(Buffer.byteLength(markdownReport(ledgerOf(...many)))).toBeGreaterThan(600_000);
  });
});

test('files that differ are named: what of a picture, and texts before and after', () => {
  const files = [
    { name: 'plot.png', summary: '12 of 300 pixels differ, in x = 1…3, y = 2…4' },
    { name: 'rows.csv', summary: '', before: whole('a,b\n1,2\n'), after: whole('a,b\n1,`3`\n') },
    { name: 'gone.txt', summary: 'it was not written', before: whole('x\n') },
  ];
  const report = markdownReport(ledgerOf({ ...DRIFTED, files }), {
    sourceUrl: 'https://example.org/blob/0/',
  });
  expect(report.slice(report.indexOf('Files that differ'))).toMatchInlineSnapshot(`
    "Files that differ:

    - \`plot.png\`: 12 of 300 pixels differ, in x = 1…3, y = 2…4
    - \`rows.csv\`: its text differs
    - \`gone.txt\`: it was not written

    Pictures before and after, with what differs, are among the artifacts of this workflow run: in those whose names begin with \`differences\`.

    <details><summary>rows.csv before: the recording</summary>

    \`\`\`text
    a,b
    1,2
    \`\`\`

    </details>

    <details><summary>rows.csv after: this run</summary>

    \`\`\`text
    a,b
    1,\`3\`
    \`\`\`

    </details>
    "
  `);
  // Outside of a job, nothing keeps the pictures.
  expect(markdownReport(ledgerOf({ ...DRIFTED, files }))).not.toContain('artifacts of this workflow run');
  const text = { ...DRIFTED, files: files.slice(1) };
  expect(markdownReport(ledgerOf(text), { sourceUrl: 'https://example.org/' })).not.toContain('Pictures');
});

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** All nodes of a document, as a parser of GitHub's Markdown reads it. */
function nodesOf(markdown: string): Node[] {
  const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(markdownToMdast(markdown) as unknown as Node);
}
