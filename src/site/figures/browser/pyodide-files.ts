import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of the npm package that a browser loads. */
const FILES = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'pyodide-lock.json',
] as const;

/** The folder of the browser's Python, by path in the site. Its name changes with its content. */
function pyodideFolder(version: string): string {
  return `pyodide/${version}`;
}

/** The browser's Python as it was proved, by path in the site. @param version of the package */
export async function pyodideFiles(root: string, version: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = FILES.map(async (name): Promise<[string, Uint8Array]> => [
    `${pyodideFolder(version)}/${name}`,
    await readFile(join(root, 'node_modules/pyodide', name)),
  ]);
  return new Map(await Promise.all(files));
}
