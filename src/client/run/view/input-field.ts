import { runWords } from '../../words/run-words.ts';
import type { BrowserSample } from '../../../core/browser/browser-sample.ts';
import { make } from './elements.ts';

const MAX_ROWS = 8;

/** Where a reader writes what a sample reads. */
export interface InputField {
  readonly element: HTMLElement;
  readonly text: () => string;
  /** Takes back what the reader wrote. */
  readonly reset: () => void;
}

/** The field for standard input; undefined if the sample has none. */
export function inputField({ stdin }: BrowserSample, name: string): InputField | undefined {
  if (stdin === '') return undefined;
  const rows = Math.min(MAX_ROWS, stdin.trimEnd().split('\n').length + 1);
  const field = make('textarea', { rows, value: stdin, spellcheck: false, autocomplete: 'off' });
  field.ariaLabel = `Input of ${name}`;
  const label = make('span', { className: 'label' }, make('span', {}, runWords().input));
  return {
    element: make('label', { className: 'panel run-input' }, label, field),
    text: () => field.value,
    reset: () => {
      field.value = stdin;
    },
  };
}
