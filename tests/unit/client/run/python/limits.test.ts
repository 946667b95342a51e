import { stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PYODIDE_BYTES } from '../../../../../src/client/run/python/limits.ts';

test('progress is measured by the files of the installed Pyodide', async () => {
  const counted = ['pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];
  const sizes = await Promise.all(
    counted.map(async file => (await stat(`node_modules/pyodide/${file}`)).size),
  );
  expect(PYODIDE_BYTES).toBe(sizes.reduce((sum, size) => sum + size, 0));
});
