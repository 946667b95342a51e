import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../core/problems/problem.ts';
import type { AuditPlan } from './plan/audit-plan.ts';
import { plannedAnswers } from './plan/lesson/expected-answer.ts';
import { plannedTasks } from './plan/expected-task.ts';
import { plannedPyodide, plannedRuns, plannedWheels } from './plan/site-files.ts';
import { findingProblem } from './page-problem.ts';

const { resolve } = createRequire(import.meta.url);

/** Files of the browser's Python and packages that are not the proved ones; runs that are not verified. */
export function wrongBrowserFiles(present: ReadonlySet<string>, dist: string, plan: AuditPlan): Problem[] {
  const problem = (file: string, title: string): Problem => findingProblem(file, { title, text: '' });
  const runs = [...plannedRuns(plan), ...plannedTasks(plan), ...plannedAnswers(plan)].filter(([file]) =>
    present.has(file),
  );
  const wheels = [...plannedWheels(plan)].filter(([file]) => present.has(file));
  const pyodide = plannedPyodide(plan).filter(file => present.has(file));
  return [
    ...runs
      .filter(([file, run]) => !isDeepStrictEqual(jsonIn(join(dist, file)), run))
      .map(([file]) => problem(file, 'A page would run something else than what was verified.')),
    ...wheels
      .filter(([file, sha256]) => hash('sha256', readFileSync(join(dist, file)), 'hex') !== sha256)
      .map(([file]) => problem(file, 'This package is not the file that its lock names.')),
    ...pyodide
      .filter(file => !readFileSync(join(dist, file)).equals(packageFile(file)))
      .map(file => problem(file, "This file is not the one of the browser's Python that was proved.")),
    // The folder is named by the version that was proved: its files are of that package, or of none.
    ...(pyodide.length > 0 && installedVersion() !== plan.browser?.pyodide
      ? [problem('pyodide', "The browser's Python is not of the version that was proved.")]
      : []),
  ];
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function packageFile(file: string): Buffer {
  return readFileSync(resolve(`pyodide/${file.split('/').at(-1)}`));
}

function installedVersion(): unknown {
  return (JSON.parse(readFileSync(resolve('pyodide/package.json'), 'utf8')) as { version?: unknown }).version;
}
