import { writeFileSync } from 'node:fs';
import { pythonConfig } from '../../browser/start-python.ts';

/**
 * The program that starts a Python, and writes its memory to a file. A Python that begins with it is the same
 * as one that has just started: `tests/integration/runner/browser.test.ts` compares them.
 * Arguments: the folder of Pyodide, the file.
 */
const [folder = '', file = ''] = process.argv.slice(2);
const { loadPyodide } = (await import(`${folder}/pyodide.mjs`)) as typeof import('pyodide');
const python = await loadPyodide({ ...pythonConfig(`${folder}/`), _makeSnapshot: true });
writeFileSync(file, python.makeMemorySnapshot());
process.exit(0);
