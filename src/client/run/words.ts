import { MAX_PRINTED, MAX_SECONDS, PYODIDE_BYTES } from './python/limits.ts';
import type { Failure } from './python/messages.ts';

/** Sentences for readers, about what goes on. */
export const WORDS = {
  running: 'Running …',
  stopped: 'Stopped.',
  slow: `Still running after ${MAX_SECONDS} seconds, so it was stopped.`,
  full: `It printed more than ${MAX_PRINTED / 1e6} MB, so it was stopped.`,
  unjudged: 'It has ended. What compares its output with the page could not be loaded.',
  editorFailed: 'The editor could not be loaded. Press Change it to try again.',
} as const;

const FAILURES = {
  unloaded: 'Python could not be loaded. Press Run to try again.',
  broken: 'Python itself gave up, perhaps for lack of memory.',
  left: 'Stopped, because this page was left.',
} as const satisfies Record<Failure, string>;

/** Why a run could not go on. */
export function failureWords(reason: Failure): string {
  if (reason !== 'unloaded') return FAILURES[reason];
  if (typeof WebAssembly === 'undefined') return 'This browser cannot run Python: it has no WebAssembly.';
  return navigator.onLine ? FAILURES.unloaded : `You are offline. ${FAILURES.unloaded}`;
}

/** How far Python has arrived, with the packages of the sample. @param more bytes of these */
export function loadingWords(bytes: number, more = 0): string {
  const percent = Math.min(100, Math.round((100 * bytes) / (PYODIDE_BYTES + more)));
  return bytes === 0 ? 'Loading Python …' : `Loading Python … ${percent} %`;
}

/** Where an error is. @param isSeen whether the line is marked */
export function lineWords(line: number, isSeen: boolean): string {
  return isSeen ? `Line ${line} is marked.` : `It is in line ${line}, which is not shown here.`;
}
