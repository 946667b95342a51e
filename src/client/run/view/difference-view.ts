import { runWords } from '../../words/run-words.ts';
import { differenceLines } from './difference-lines.ts';
import { make } from './elements.ts';

/**
 * A difference as a panel. Its lines begin with `-` (what the run is measured by), `+` (this run) or a blank.
 * @param by where the lines with `-` are from: `on the page`
 */
export function differenceView(difference: string, name: string, by: string): HTMLElement {
  const said = runWords();
  const lines = differenceLines(difference, { '-': capital(by), '+': capital(said.inYourRun) });
  const label = make('span', {}, said.difference);
  const legend = make('span', {}, `− ${by}, + ${said.inYourRun}`);
  const text = make('samp', { translate: false }, ...lines);
  return make(
    'div',
    { className: 'panel difference' },
    make('p', { className: 'label' }, label, legend),
    make('pre', { tabIndex: 0, role: 'region', ariaLabel: said.differenceOf(name) }, text),
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
