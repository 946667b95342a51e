import { join } from 'node:path';
import { ProblemError } from '../../src/core/problems/problem.ts';
import { record } from '../../src/runner/commands/record-examples.ts';
import { benchmarkExamples } from './check-examples.ts';
import { writeFileAndFolder } from './site-project.ts';

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
  const examples = benchmarkExamples(count);
  for (const { path, source } of examples) await writeFileAndFolder(join(folder, 'examples', path), source);
  const results = await record({ root: folder, pythons: [python], runs: 1 });
  const problems = results.flatMap(result => (result.kind === 'refused' ? result.problems : []));
  if (problems.length > 0) throw new ProblemError(problems);
  return examples.map(({ path }) => `examples/${path}`);
}
