import { expect, test } from 'vitest';
import { markdownReport } from '../../src/report/markdown.ts';
import { DRIFTED, MIXED, SOUND } from '../fixtures/ledgers.ts';

test('a summary of a job is a heading where everything is verified', () => {
  expect(markdownReport(SOUND)).toBe('## Examples: 1 verified; 1 cached, 0 run; CPython 3.13.0\n');
});

test('a summary of a job tells each shortfall under a heading of its own', () => {
  expect(markdownReport(MIXED)).toMatchInlineSnapshot(`
    "## Examples: 1 verified, 1 drifted, 1 skipped, 1 other problem; 1 cached, 1 run; CPython 3.13.0

    ### skipped: \`asyncio/groups\`

    examples/asyncio/groups.py:1:3: No interpreter satisfies requires-python ">=3.14": there is CPython 3.13.0.

    **Install one, or name it: --python PATH**

    ### drifted: \`threading/race\`

    examples/threading/race.py: Output differs from the recording, examples/threading/race.out:2

    \`\`\`diff
     first
    -second
    +2nd, 100%
    \`\`\`

    **If it is right now, accept it: npm run record -- threading/race**

    - examples/notes.txt: The file belongs to no example. **Put it into the folder of an example with a main.py, or remove it.**
    "
  `);
});

test('backticks that an example prints do not end its fence', () => {
  const problems = [{ file: 'a.py', title: 'x', detail: '-```python\n+````' }];
  expect(markdownReport({ ...SOUND, entries: [{ ...DRIFTED, problems }] })).toContain('\n`````diff\n-```python\n+````\n`````\n');
});
