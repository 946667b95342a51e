import { expect, test } from 'vitest';
import { pageChangesReport } from '../../../src/report/page-changes.ts';

test('a reviewer reads in Markdown what readers will see', () => {
  expect(
    pageChangesReport([
      { kind: 'added', pages: ['/new/'] },
      { kind: 'changed', pages: ['/a/', '/b/', '/c/'], difference: '-Search\n+Find' },
      { kind: 'changed', pages: ['/b/'], difference: ' ```\n-</details>\n+\u001b[2J' },
    ]),
  ).toMatchInlineSnapshot(`
    "## Pages: 1 added, 3 changed

    ### New: \`/new/\`

    ### Changed: \`/a/\` and 2 more

    <details><summary>All 3</summary>

    - \`/a/\`
    - \`/b/\`
    - \`/c/\`

    </details>

    \`\`\`diff
    -Search
    +Find
    \`\`\`

    ### Changed: \`/b/\`

    \`\`\`\`diff
     \`\`\`
    -</details>
    +\\x1b[2J
    \`\`\`\`
    "
  `);
});

test('that nothing changed is said', () => {
  expect(pageChangesReport([])).toBe('## Pages: none whose text changed\n');
});

test('a long difference is cut, and a summary with many is bounded', () => {
  const difference = Array.from({ length: 100 }, (_, index) => `+line ${index}`).join('\n');
  expect(pageChangesReport([{ kind: 'changed', pages: ['/a/'], difference }])).toContain(
    '+line 59\n  … 40 more lines\n```\n',
  );
  const many = Array.from(
    { length: 300 },
    (_, index) => ({ kind: 'changed', pages: [`/${index}/`], difference }) as const,
  );
  const report = pageChangesReport(many, 20_000);
  expect(Buffer.byteLength(report)).toBeLessThanOrEqual(20_000);
  expect(report).toMatch(
    /^\*\*\d+ of the changes are shortened, and \d+ changes are not shown: a summary holds 20000 bytes at most\./m,
  );
});
