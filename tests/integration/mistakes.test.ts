import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { location, type Problem } from '../../src/core/problems/problem.ts';
import type { CachedRuns } from '../../src/core/verdict/run.ts';
import { textProblem } from '../../src/report/text.ts';
import { verify } from '../../src/runner/commands/verify.ts';
import { BLOCKS } from '../fixtures/mistakes/blocks.ts';
import { FILES } from '../fixtures/mistakes/files.ts';
import { FRONT_MATTER } from '../fixtures/mistakes/front-matter.ts';
import type { Mistake } from '../fixtures/mistakes/mistake.ts';
import { checked, committed, readAlone, sortingProject } from '../fixtures/mistakes/project.ts';
import { TAGS } from '../fixtures/mistakes/tags.ts';
import { TEXT } from '../fixtures/mistakes/text.ts';

const ALL: readonly Mistake[] = [...FRONT_MATTER, ...TAGS, ...TEXT, ...BLOCKS, ...FILES];
const TABLE = 'tests/fixtures/mistakes/table.md';

/** For each mistake the first message, and what was done about it. */
const rows = new Map<string, string>();
/** Runs of the project without a mistake, so that only what a mistake changes runs again. */
let runs: CachedRuns | undefined;

test('the project without a mistake is sound', async () => {
  const sound = await checked(await sortingProject());
  expect(sound.problems).toEqual([]);
  runs = sound.runs;
  const again = await verify({ root: await sortingProject(), given: runs });
  expect(again.ledger.entries.filter(({ cached }) => cached !== true)).toEqual([]);
});

test.for(ALL)('$name: what the message says leads to green', async mistake => {
  const { name, make, follow, alone = false, git = false, runs: isRun = alone } = mistake;
  const root = await sortingProject();
  const check = async (): Promise<readonly Problem[]> =>
    isRun ? (await checked(root, runs, alone ? 'advanced/sorting' : undefined)).problems : readAlone(root);
  if (git) await committed(root);
  for (const change of make) await change(root);
  let problems = await check();
  const [first] = problems;
  expect(first, 'The check finds nothing').toBeDefined();
  const words = [first && location(first), first?.title, follow.map(({ how }) => how).join(', then ')];
  rows.set(name, `| ${[name, ...words].map(word => String(word).replaceAll('|', '\\|')).join(' | ')} |`);
  for (const { act } of follow) {
    if (problems[0] === undefined) break;
    await act(root, problems[0]);
    problems = await check();
  }
  expect(stripVTControlCharacters(problems.map(textProblem).join('\n\n'))).toBe('');
});

test('each mistake is reported at its place, by its cause', async ({ skip }) => {
  if (rows.size < ALL.length) skip('Not all mistakes were made.');
  const head = ['| Mistake | Place | Message | What was done |', '| --- | --- | --- | --- |'];
  const table = [...head, ...ALL.map(({ name }) => rows.get(name))].join('\n');
  await expect(`# Mistakes of an author\n\n${table}\n`).toMatchFileSnapshot(resolve(TABLE));
});
