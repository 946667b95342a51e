import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProblemError } from '../../src/core/problems/problem.ts';
import { record } from '../../src/runner/commands/record-examples.ts';
import { benchmarkExamples } from './check-examples.ts';

/**
 * Writes a project with `count` examples, each recorded from one run.
 * @returns paths of the examples, relative to `folder`
 * @throws ProblemError if an example does not run as it should
 */
export async function makeCheckProject(
  folder: string,
  count: number,
  python: string,
): Promise<readonly string[]> {
  const files = benchmarkExamples(count).map(({ path, source }) => ({ path: `examples/${path}`, source }));
  for (const { path, source } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), source);
  }
  const results = await record({ root: folder, pythons: [python], runs: 1 });
  const problems = results.flatMap(result => (result.kind === 'refused' ? result.problems : []));
  if (problems.length > 0) throw new ProblemError(problems);
  return files.map(({ path }) => path);
}
