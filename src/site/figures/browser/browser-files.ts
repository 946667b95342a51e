import type { CheckedExamples } from '../parts/checked-example.ts';
import { pyodideFiles } from './pyodide-files.ts';
import { readerRuns } from './reader-runs.ts';

/**
 * All files that pages fetch when a reader presses Run, by path in the site: what runs, and the Python that
 * runs it. None if no example is verified in the browser.
 */
export async function browserFiles(
  root: string,
  examples: CheckedExamples,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const runs = readerRuns(examples);
  const versions = [...examples.values()].flatMap(({ browser, variants }) =>
    [browser, ...variants.map(variant => variant.browser)].flatMap(each => each?.pyodide ?? []),
  );
  const [version] = versions;
  if (runs.size === 0 || version === undefined) return new Map();
  // The wheels of packages that samples import go here too: /pyodide/packages/<file>.whl
  return new Map<string, string | Uint8Array>([...runs, ...(await pyodideFiles(root, version))]);
}
