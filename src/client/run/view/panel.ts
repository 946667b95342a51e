import type { ReaderVerdict } from '../../../core/browser/judge-reader-run.ts';
import { differenceView } from './difference-view.ts';
import { runWords } from '../../words/run-words.ts';
import { announce } from '../../page/announce.ts';
import { make } from './elements.ts';
import { type StreamView, streamView } from './stream-view.ts';

/** What a reader sees of a run: its output, how it goes on, and what it is at the end. */
export interface Panel {
  readonly element: HTMLElement;
  readonly streams: Readonly<Record<'out' | 'err', StreamView>>;
  /** Says how it goes on. Those who hear the page hear it with `aloud` alone. */
  readonly say: (words: string, aloud?: boolean) => void;
  /** Shows the verdict of a run that has ended. @param place where its error is, as a sentence */
  readonly show: (verdict: ReaderVerdict, place: string) => void;
  /** Shows why there is no verdict. */
  readonly close: (words: string) => void;
}

/** @param name the example, for those who hear the page @param python its version: `3.14.2` */
export function createPanel(name: string, python: string): Panel {
  const said = runWords();
  const streams = {
    out: streamView('out', said.output, name),
    err: streamView('err', said.errorOutput, name),
  };
  const words = make('span', { className: 'run-words' });
  const version = make('span', { className: 'of' }, said.version(python));
  const status = make('p', { className: 'run-status' }, words, version);
  const element = make(
    'div',
    { className: 'run', role: 'group', ariaLabel: said.runOf(name) },
    streams.out.element,
    streams.err.element,
    status,
  );
  const say = (text: string, aloud = false): void => {
    words.textContent = text;
    if (aloud) announce(text);
  };
  return {
    element,
    streams,
    say,
    show: (verdict, place) => {
      const isSilent = Object.values(streams).every(stream => stream.end() === '');
      if (isSilent) element.prepend(make('p', { className: 'panel no-output' }, said.noOutput));
      status.dataset.verdict = verdict.kind;
      say(`${verdict.words}${place}`, true);
      if (verdict.kind === 'different' && verdict.difference !== undefined)
        element.append(differenceView(verdict.difference, name, measureOf(verdict)));
    },
    close: text => {
      for (const stream of Object.values(streams)) stream.end();
      status.dataset.verdict = 'none';
      say(text, true);
    },
  };
}

/** Where the lines are from that a run does not have. */
function measureOf({ isFromSolution }: Extract<ReaderVerdict, { readonly kind: 'different' }>): string {
  return isFromSolution === true ? runWords().bySolution : runWords().onPage;
}
