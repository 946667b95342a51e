import type { loadPyodide, PyodideAPI } from 'pyodide';
import { pythonConfig } from '../../../browser/start-python.ts';

/** Loads the Python of a site. @param count is called with the number of bytes that have arrived so far */
export async function loadPython(url: string, count: (bytes: number) => void): Promise<PyodideAPI> {
  countFetches(count);
  // It is no part of the bundle: the site serves the very files that its build verified.
  const pyodide = (await import(/* @vite-ignore */ `${url}pyodide.mjs`)) as {
    loadPyodide: typeof loadPyodide;
  };
  return pyodide.loadPyodide(pythonConfig(url));
}

/** Pyodide fetches its large files itself, so what arrives is counted on its way. */
function countFetches(count: (bytes: number) => void): void {
  const { fetch } = self;
  let total = 0;
  self.fetch = async (...request) => {
    const response = await fetch(...request);
    if (!response.ok || response.body === null) return response;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        total += chunk.length;
        count(total);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counter), response);
  };
}
