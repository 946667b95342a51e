import { runWords } from '../words/run-words.ts';
import { relabel } from './view/relabel.ts';
import { type OneRun, type RunOptions, runOnce } from './run-once.ts';
import { addStyleSheet } from './view/style-sheet.ts';

/** What a runner needs. A figure has one, and so has an exercise. */
export interface RunnerOptions extends RunOptions {
  /** The button that runs it. While it runs, the button stops it. */
  readonly button: HTMLButtonElement;
  /** Called when a run begins. */
  readonly onStart?: (() => void) | undefined;
}

/** Runs a sample as often as a reader likes, one run at a time. */
export interface Runner {
  /** Runs it anew; a run that goes on is ended. */
  readonly start: () => void;
  /** Ends a run that goes on, and removes what the last one showed. */
  readonly reset: () => void;
}

/** Wires the button of a runner. Nothing runs before it is pressed, or `start` is called. */
export function openRunner(options: RunnerOptions): Runner {
  const { button, element, mark, onStart } = options;
  const label = button.textContent;
  void addStyleSheet();
  let current: OneRun | undefined;
  const end = (): void => {
    current = undefined;
    relabel(button, label);
  };
  const start = (): void => {
    current?.end();
    onStart?.();
    relabel(button, runWords().stop);
    current = runOnce(options, end);
  };
  button.addEventListener('click', () => (current === undefined ? start() : current.stop()));
  return {
    start,
    reset: () => {
      current?.end();
      end();
      mark(undefined);
      element.replaceChildren();
    },
  };
}
