import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wheelPath } from '../../../core/browser/browser-sample.ts';
import type { BrowserWheel } from '../../../core/browser/browser-wheel.ts';
import { refusal } from '../../../core/problems/problem.ts';
import { PYODIDE_FILES, PYODIDE_FOLDER } from '../../../runner/browser/pyodide-files.ts';
import { userCache } from '../../../runner/files/user-cache.ts';
import { keptWheel } from '../../../runner/wheels/kept-wheels.ts';
import { runUrl } from '../../routes.ts';
import type { CheckedExamples } from '../parts/checked-example.ts';
import type { Exercise } from '../parts/figure.ts';
import { readerRuns } from './reader-runs.ts';
import { readerTasks } from './reader-tasks.ts';

/**
 * All files that pages fetch when a reader presses Run, by path in the site: what runs, what judges
 * exercises, the Python, and the packages that it imports. None if no example is verified in the browser.
 * @throws ProblemError if the bytes of a package are not there any more
 */
export async function browserFiles(
  examples: CheckedExamples,
  exercises: readonly Exercise[],
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const runs = readerRuns(examples);
  const [first] = runs;
  if (first === undefined) return new Map();
  // The name of the folder changes with its content, so browsers keep the files for ever.
  const python = PYODIDE_FILES.map(
    async name => [`pyodide/${first.pyodide}/${name}`, await readFile(join(PYODIDE_FOLDER, name))] as const,
  );
  return new Map<string, string | Uint8Array>([
    ...runs.map(run => [runUrl(run.id).slice(1), JSON.stringify(run)] as const),
    ...readerTasks(exercises, runs),
    ...(await Promise.all(python)),
    ...runs.flatMap(({ sample: { wheels = [] } }) => wheels.map(wheelFile)),
  ]);
}

/**
 * A package, as it was proved, by path in the site: its bytes are in the cache folder of this user.
 * @throws ProblemError if they are not there any more
 */
export function wheelFile(wheel: BrowserWheel): readonly [string, Uint8Array] {
  const bytes = keptWheel(wheel, userCache());
  if (bytes === undefined)
    throw refusal({
      file: wheel.file,
      title: 'Something has removed or changed this package since this build fetched it.',
      remedy: 'Build again: npm run build',
    });
  return [wheelPath(wheel), bytes];
}
