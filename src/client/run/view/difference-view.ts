import { runWords } from '../../words/run-words.ts';
import { make } from './elements.ts';

/** The elements of lines that differ, by their signs, and words for those who hear the page. */
const ELEMENTS = { '-': 'del', '+': 'ins' } as const;

/**
 * A difference as a panel. Its lines begin with `-` (what the run is measured by), `+` (this run) or a blank.
 * @param by where the lines with `-` are from: `on the page`
 */
export function differenceView(difference: string, name: string, by: string): HTMLElement {
  const said = runWords();
  const words = { '-': `${capital(by)}: `, '+': `${capital(said.inYourRun)}: ` } as const;
  const lines = difference.split('\n').map(line => {
    const sign = line.slice(0, 1);
    if (sign !== '-' && sign !== '+') return make('span', {}, `${line}\n`);
    return make(ELEMENTS[sign], {}, make('span', { className: 'change' }, words[sign]), `${line}\n`);
  });
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
