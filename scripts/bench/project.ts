import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProblemError } from '../../src/core/problems/problem.ts';
import { isOwnerDead, OWNER } from '../../src/runner/files/process-tag.ts';
import { record } from '../../src/runner/commands/record-examples.ts';
import { benchmarkExamples } from './examples.ts';

/** A folder for one benchmark. What benchmarks that were killed left beside it goes. @param state the project's own folder for what is made */
export async function makeBenchFolder(state: string): Promise<string> {
  await mkdir(state, { recursive: true });
  const left = (await readdir(state)).filter(name => name.startsWith('bench-') && isOwnerDead(name));
  for (const name of left) await rm(join(state, name), { recursive: true, force: true });
  return mkdtemp(join(state, `bench-${OWNER}-`));
}

/**
 * A project of its own that holds the benchmark's examples, each recorded from one run.
 * @returns the paths of their files, relative to it
 * @throws ProblemError where one of them does not run as it should
 */
export async function makeProject(folder: string, count: number, python: string): Promise<readonly string[]> {
  const files = benchmarkExamples(count).map(({ path, source }) => ({
    path: join('examples', path),
    source,
  }));
  for (const { path, source } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), source);
  }
  const refused = (await record({ root: folder, pythons: [python], runs: 1 })).filter(
    acceptance => acceptance.kind === 'refused',
  );
  if (refused.length > 0) throw new ProblemError(refused.flatMap(({ problems }) => problems));
  return files.map(({ path }) => path);
}
