import { expect, test } from 'vitest';
import { githubReport } from '../../src/report/github.ts';
import { MIXED, SOUND, VERIFIED } from '../fixtures/ledgers.ts';

test('each problem is one annotation at its line; what was skipped is a warning', () => {
  expect(githubReport(MIXED).trimEnd().split('\n')).toEqual([
    '::warning file=examples/asyncio/groups.py,line=1,col=3,title=skipped::No interpreter satisfies requires-python ">=3.14": there is CPython 3.13.0.%0AInstall one, or name it: --python PATH',
    '::error file=examples/threading/race.py,title=drifted::Output differs from the recording, examples/threading/race.out:2%0A first%0A-second%0A+2nd, 100%25%0AIf it is right now, accept it: npm run record -- threading/race',
    '::error file=examples/notes.txt,title=problem::The file belongs to no example.%0APut it into the folder of an example with a main.py, or remove it.',
  ]);
});

test('a sound ledger has nothing to annotate', () => {
  expect(githubReport(SOUND)).toBe('');
});

test('nothing that an example prints ends its annotation', () => {
  const problems = [{ file: 'a,b:c.py', title: 'x', detail: '100%\r\n::error::forged' }];
  expect(githubReport({ ...SOUND, entries: [{ ...VERIFIED, verdict: 'failed', problems }] })).toBe('::error file=a%2Cb%3Ac.py,title=failed::x%0A100%25%0D%0A::error::forged\n');
});
