import { shownOutput } from '../../../core/text/plain-output.ts';
import { runWords } from '../../words/run-words.ts';
import { make } from './elements.ts';

/** A stream of a run, as it comes. */
export interface StreamView {
  readonly element: HTMLElement;
  readonly add: (bytes: Uint8Array) => void;
  /** Shows what has come so far, and returns all of it, as it was printed. */
  readonly end: () => string;
}

/** A panel like those of the page, in which text appears once for each frame of the screen. */
export function streamView(stream: 'out' | 'err', label: string, name: string): StreamView {
  const decoder = new TextDecoder();
  const text = make('samp', { translate: false });
  const box = make('pre', { tabIndex: 0, role: 'region', ariaLabel: runWords().streamOf(label, name) }, text);
  const heading = make('p', { className: 'label' }, make('span', { textContent: label }));
  const element = make('div', { className: `panel ${stream}`, hidden: true }, heading, box);
  let [printed, waiting, frame] = ['', '', 0];
  const show = (): void => {
    frame = 0;
    if (waiting === '') return;
    element.hidden = false;
    const wasAtEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 2;
    // As on the page, styles are not part of the text.
    text.append(shownOutput(waiting));
    waiting = '';
    if (wasAtEnd) box.scrollTop = box.scrollHeight;
  };
  const take = (more: string): void => {
    printed += more;
    waiting += more;
  };
  return {
    element,
    add: bytes => {
      take(decoder.decode(bytes, { stream: true }));
      frame ||= requestAnimationFrame(show);
    },
    end: () => {
      take(decoder.decode());
      cancelAnimationFrame(frame);
      show();
      return printed;
    },
  };
}
