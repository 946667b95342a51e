import { expect, test } from 'vitest';
import { yearlyList, type YearlyFacts } from '../../../../src/site/yearly/yearly-list.ts';

const receipt = { file: 'examples/a/recordings.json', version: '3.13.0', gil: true };
const FACTS: YearlyFacts = {
  month: '2027-11',
  builds: [
    { version: '3.16.0', gil: true },
    { version: '3.15.2', gil: true },
    { version: '3.13.5', gil: false },
  ],
  samples: [
    { file: 'examples/a/any.py', line: 1 },
    { file: 'examples/a/first.py', line: 2, requiresPython: '>=3.11' },
    { file: 'examples/a/later.py', line: 2, requiresPython: '>=3.13', optionalLine: 4 },
    { file: 'examples/a/newer.py', line: 2, requiresPython: '>=3.15', optionalLine: 5 },
    { file: 'examples/a/ordinary.py', line: 3, requiresPython: '>=3.12', optionalLine: 6 },
    { file: 'examples/a/never.py', line: 2, requiresPython: '>=3.17' },
  ],
  recordings: [
    ...['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => ({ ...receipt, name, line: index + 2 })),
    { ...receipt, line: 8, name: 'free', tag: '3.13t', gil: false },
    { ...receipt, line: 9, name: 'old', tag: '3.11', version: '3.11.7' },
    { ...receipt, line: 10, name: 'new', version: '3.16.0' },
  ],
  mentions: [
    { kind: 'since', file: 'content/a/b.mdx', line: 3, version: '3.12', text: '' },
    { kind: 'since', file: 'content/a/b.mdx', line: 4, version: '3.14', text: '' },
    { kind: 'unreadable', file: 'examples/a/broken.py', line: 2, version: '', text: 'It is not TOML.' },
    { kind: 'outdated', file: 'content/a/b.mdx', line: 5, version: '', text: 'It is slow.' },
    { kind: 'prose', file: 'content/a/b.mdx', line: 6, version: '3.9.2', text: 'in 3.9.2' },
    { kind: 'prose', file: 'content/a/b.mdx', line: 7, version: '3.13t', text: 'in 3.13t' },
  ],
};

test('the list has everything that is to be looked at, with its place', () => {
  expect(yearlyList(FACTS)).toMatchInlineSnapshot(`
    "# Versions of Python, 2027-11

    Here: CPython 3.16.0, 3.15.2, 3.13.5 free-threaded. The oldest that is supported: 3.12.

    - 3.11: supported until 2027-10, which is past (https://peps.python.org/pep-0664/)
    - 3.12: supported until 2028-10 (https://peps.python.org/pep-0693/)
    - 3.13: supported until 2029-10 (https://peps.python.org/pep-0719/)
    - 3.14: supported until 2030-10 (https://peps.python.org/pep-0745/)
    - 3.15: supported until 2031-10 (https://peps.python.org/pep-0790/)

    ## Versions that the table of releases lacks: 1
    Add them, with the end of life from the PEP of their schedule.

    - [ ] src/core/python-releases.ts: 3.16

    ## Recordings of versions past their end of life: 1
    Remove the files and the line, unless the article is about that version.

    - [ ] examples/a/recordings.json:9: old has a recording of 3.11

    ## Samples that every supported Python runs, since 3.12 is the oldest: 1
    They are ordinary now: say no more in their articles that they need a new version.

    - [ ] examples/a/ordinary.py:3: requires-python = ">=3.12"

    ## Samples and articles with mistakes: 1
    What they say of versions may not be in this list. Mend them first: npm run check

    - [ ] examples/a/broken.py:2: It is not TOML.

    ## Badges of versions: 2
    Remove a badge once its version is nothing new.

    - [ ] content/a/b.mdx:3: new in 3.12, which every supported Python has
    - [ ] content/a/b.mdx:4: new in 3.14

    ## Claims of older tutorials: 1
    Does anybody still claim it?

    - [ ] content/a/b.mdx:5: It is slow.

    ## Versions in the text of articles: 2
    Is it still true, and still worth a word?

    - [ ] content/a/b.mdx:6: 3.9.2, which every supported Python has: in 3.9.2
    - [ ] content/a/b.mdx:7: 3.13t: in 3.13t

    ## Samples that need a newer Python than others: 3
    Is the version still the right one, and does the article say it?

    - [ ] examples/a/later.py:2: requires-python = ">=3.13"
    - [ ] examples/a/newer.py:2: requires-python = ">=3.15"
    - [ ] examples/a/never.py:2: requires-python = ">=3.17"

    ## Samples that are optional, or skipped here: 4
    Install what is missing. Once every machine has that Python, remove optional = true.

    - [ ] examples/a/later.py:4: optional, and here run by 3.16.0, 3.15.2, 3.13.5 free-threaded
    - [ ] examples/a/newer.py:5: optional, and here run by 3.16.0, 3.15.2
    - [ ] examples/a/ordinary.py:6: optional, and every supported Python runs it: remove the key
    - [ ] examples/a/never.py:2: skipped: no CPython here is >=3.17

    ## Recordings that an older Python than 3.16 wrote: 1
    See what it prints: npm run record -- <topic> --python 3.16

    - [ ] examples/a/recordings.json:2: 6 of 3.13: b, c, d, e, f and 1 more"
  `);
});

test('without an interpreter, and without anything that names a version, it says so', () => {
  const text = yearlyList({ month: '2026-11', builds: [], samples: [], recordings: [], mentions: [] });
  expect(text).toContain('Here: no CPython was found. The oldest that is supported: 3.11.');
  expect(text).not.toContain('- [ ]');
  expect(text.match(/^## .*: none$/gm)?.length).toBe(text.match(/^## /gm)?.length);
});
