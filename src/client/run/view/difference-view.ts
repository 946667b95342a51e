import { make } from './elements.ts';

/** The elements of lines that differ, by their signs, and words for those who hear the page. */
const CHANGES = { '-': ['del', 'On the page: '], '+': ['ins', 'In your run: '] } as const;

/** A difference as a panel. Its lines begin with `-` (the page), `+` (this run) or a blank. */
export function differenceView(difference: string, name: string): HTMLElement {
  const lines = difference.split('\n').map(line => {
    const sign = line.slice(0, 1);
    if (sign !== '-' && sign !== '+') return make('span', {}, `${line}\n`);
    const [element, words] = CHANGES[sign];
    return make(element, {}, make('span', { className: 'change' }, words), `${line}\n`);
  });
  const label = make('span', {}, 'Difference');
  const legend = make('span', {}, '− on the page, + in your run');
  const text = make('samp', { translate: false }, ...lines);
  return make(
    'div',
    { className: 'panel difference' },
    make('p', { className: 'label' }, label, legend),
    make('pre', { tabIndex: 0, role: 'region', ariaLabel: `Difference of ${name}` }, text),
  );
}
