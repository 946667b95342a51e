import type { loadPyodide, PyodideAPI } from 'pyodide';
import { pythonConfig } from '../../../browser/start-python.ts';

/**
 * Loads the Python of a site.
 * @param count called with the number of bytes that have arrived so far
 * @throws if a file does not arrive whole
 */
export async function loadPython(url: string, count: (bytes: number) => void): Promise<PyodideAPI> {
  const fetches = watchFetches(count);
  // It is no part of the bundle: the site serves the very files that its build verified.
  const pyodide = (await import(/* @vite-ignore */ `${url}pyodide.mjs`)) as {
    loadPyodide: typeof loadPyodide;
  };
  // Pyodide waits for ever if its WebAssembly does not arrive.
  return Promise.race([pyodide.loadPyodide(pythonConfig(url)), fetches]);
}

/** Pyodide fetches its large files itself: they are counted on their way. Rejects if one is lost. */
function watchFetches(count: (bytes: number) => void): Promise<never> {
  const { fetch } = self;
  let total = 0;
  return new Promise((_resolve, fail) => {
    self.fetch = async (...request) => {
      try {
        const response = await fetch(...request);
        if (!response.ok || response.body === null) throw new Error(`${response.url}: ${response.status}`);
        const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
          transform: (chunk, controller) => {
            total += chunk.length;
            count(total);
            controller.enqueue(chunk);
          },
        });
        response.body.pipeTo(counter.writable).catch(fail);
        return new Response(counter.readable, { headers: headersOf(response) });
      } catch (error) {
        fail(error);
        throw error;
      }
    };
  });
}

/** Browsers compile while bytes arrive only if they have the right type, which some hosts do not send. */
function headersOf({ url, headers }: Response): Headers {
  const sent = new Headers(headers);
  if (new URL(url).pathname.endsWith('.wasm')) sent.set('Content-Type', 'application/wasm');
  return sent;
}
