import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PYODIDE_FILES, PYODIDE_FOLDER } from '../../../runner/browser/pyodide-files.ts';
import { runUrl } from '../../routes.ts';
import type { CheckedExamples } from '../parts/checked-example.ts';
import { readerRuns } from './reader-runs.ts';

/**
 * All files that pages fetch when a reader presses Run, by path in the site: what runs, and the Python that
 * runs it. None if no example is verified in the browser.
 */
export async function browserFiles(
  examples: CheckedExamples,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const runs = readerRuns(examples);
  const [first] = runs;
  if (first === undefined) return new Map();
  // The name of the folder changes with its content, so browsers keep the files for ever.
  const python = PYODIDE_FILES.map(
    async name => [`pyodide/${first.pyodide}/${name}`, await readFile(join(PYODIDE_FOLDER, name))] as const,
  );
  // The wheels of packages that samples import go here too: pyodide/packages/<file>.whl
  return new Map<string, string | Uint8Array>([
    ...runs.map(run => [runUrl(run.id).slice(1), JSON.stringify(run)] as const),
    ...(await Promise.all(python)),
  ]);
}
