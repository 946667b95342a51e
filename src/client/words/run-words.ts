import type { Words } from '../../core/words/en/en.ts';
import { pageWords } from './page-words.ts';
import { PYODIDE_BYTES } from '../run/python/limits.ts';
import type { Failure } from '../run/python/messages.ts';

/** Sentences for readers, about what goes on. */
export function runWords(): Words['run'] {
  return pageWords().run;
}

/** Why a run could not go on. */
export function failureWords(reason: Failure, words = runWords()): string {
  if (reason !== 'unloaded') return words[reason];
  if (typeof WebAssembly === 'undefined') return words.noWebAssembly;
  return navigator.onLine ? words.unloaded : `${words.offline} ${words.unloaded}`;
}

/** How far Python has arrived, with the packages of the sample. @param more bytes of these */
export function loadingWords(bytes: number, more = 0, words = runWords()): string {
  const percent = Math.min(100, Math.round((100 * bytes) / (PYODIDE_BYTES + more)));
  return bytes === 0 ? words.loading : words.loadingPart(percent);
}

/** Where an error is. @param isSeen whether the line is marked */
export function lineWords(line: number, isSeen: boolean, words = runWords()): string {
  return isSeen ? words.lineMarked(line) : words.lineElsewhere(line);
}
