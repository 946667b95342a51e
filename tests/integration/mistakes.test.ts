import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { textProblem } from '../../src/report/text.ts';
import type { Mistake } from '../fixtures/mistakes/mistake.ts';
import { FRONT_MATTER } from '../fixtures/mistakes/front-matter.ts';
import { TAGS } from '../fixtures/mistakes/tags.ts';
import { TEXT } from '../fixtures/mistakes/text.ts';
import { BLOCKS } from '../fixtures/mistakes/blocks.ts';
import { FILES } from '../fixtures/mistakes/files.ts';
import { checked, committed, readAlone, sortingProject } from '../fixtures/mistakes/project.ts';

const ALL: readonly Mistake[] = [...FRONT_MATTER, ...TAGS, ...TEXT, ...BLOCKS, ...FILES];
const rows: string[] = [];
let green = 0;
afterAll(() =>
  writeFileSync('/tmp/day-table.md', `${rows.join('\n\n')}\n\n${green} of ${ALL.length} green\n`),
);

let runs: string | undefined;
test('the project without a mistake is sound', async () => {
  const root = await sortingProject();
  expect(await checked(root)).toEqual([]);
  runs = readFileSync(join(root, '.verbatim/runs.json'), 'utf8');
});

test.for(ALL)('$name', async ({ name, make, follow, alone = false, git = false, runs: isRun = alone }) => {
  const root = await sortingProject(runs);
  const check = () => (isRun ? checked(root, alone ? 'advanced/sorting' : undefined) : readAlone(root));
  if (git) await committed(root);
  const row: string[] = [`## ${name}`];
  try {
    for (const change of make) await change(root);
    let problems = await check();
    if (problems.length === 0) row.push('PASSES');
    const passes = problems.length === 0;
    for (const { how, act } of follow) {
      row.push(stripVTControlCharacters(problems.map(textProblem).join('\n')), `→ ${how}`);
      if (problems[0] === undefined) break;
      await act(root, problems[0]);
      problems = await check();
    }
    row.push(
      problems.length === 0
        ? 'GREEN'
        : `LEFT\n${stripVTControlCharacters(problems.map(textProblem).join('\n'))}`,
    );
    if (problems.length === 0 && !passes) green += 1;
    expect([passes, problems.map(({ title }) => title)]).toEqual([false, []]);
  } catch (error) {
    if (!/AssertionError/.test(String((error as Error).name))) row.push(`ERROR ${(error as Error).message}`);
    throw error;
  } finally {
    rows.push(row.join('\n'));
  }
});
