import { make } from './elements.ts';

/** The elements of lines that differ, by their signs. */
const ELEMENTS = { '-': 'del', '+': 'ins' } as const;

/**
 * A difference as elements, one for each line. Its lines begin with `-`, `+` or a blank.
 * @param words what a sign means, for those who hear the page: `On the page`
 */
export function differenceLines(
  difference: string,
  words: Readonly<Record<keyof typeof ELEMENTS, string>>,
): readonly HTMLElement[] {
  return difference.split('\n').map(line => {
    const sign = line.slice(0, 1);
    if (sign !== '-' && sign !== '+') return make('span', {}, `${line}\n`);
    return make(ELEMENTS[sign], {}, make('span', { className: 'change' }, `${words[sign]}: `), `${line}\n`);
  });
}
