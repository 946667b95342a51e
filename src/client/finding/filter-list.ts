import { fetchJson } from '../run/fetch-json.ts';
import { make } from '../run/view/elements.ts';
import { findingWords } from '../words/finding-words.ts';
import { exampleName } from './example-name.ts';
import type { ListedPage } from './nearest-pages.ts';

const words = findingWords();
const MAX_FOUND = 50;

/** Puts a box into its place: it filters the examples of the page, or finds them in a list of all pages. */
export function addFilter(place: HTMLElement): void {
  const { pages } = place.dataset;
  const input = make('input', { type: 'search', autocomplete: 'off', spellcheck: false });
  const status = make('p', { className: 'search-status', role: 'status' });
  const list = make('ul', { className: 'columns' });
  place.append(make('label', {}, words.find, input), status, list);
  const apply = pages === undefined ? filterPage(place, status) : findExamples(pages, list, status);
  input.addEventListener('input', () => void apply(termsOf(input.value)));
}

const termsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter(term => term !== '');

/** @param text in lower case, as the terms are */
const matches = (text: string, terms: readonly string[]): boolean => terms.every(term => text.includes(term));

/** Hides rows and links that lack a term, and headings under which none is left. */
function filterPage(place: HTMLElement, status: HTMLElement): (terms: readonly string[]) => void {
  const page = place.parentElement;
  const items = [...(page?.querySelectorAll<HTMLElement>('tbody tr, section li') ?? [])];
  const sections = [...(page?.querySelectorAll<HTMLElement>('section') ?? [])];
  const texts = items.map(item => {
    const topic = item.closest('section')?.querySelector('h2')?.textContent ?? '';
    return `${topic} ${item.textContent}`.toLowerCase();
  });
  return terms => {
    for (const [index, item] of items.entries()) item.hidden = !matches(texts[index] ?? '', terms);
    for (const section of sections) section.hidden = section.querySelector('li:not([hidden])') === null;
    const shown = items.filter(({ hidden }) => !hidden).length;
    status.textContent = terms.length === 0 ? '' : words.shown(shown, items.length);
  };
}

/** Lists examples whose name has all terms. The list of pages is loaded when a term is typed. */
function findExamples(
  url: string,
  list: HTMLElement,
  status: HTMLElement,
): (terms: readonly string[]) => Promise<void> {
  let loading: Promise<readonly ListedPage[]> | undefined;
  let asked = 0;
  return async terms => {
    asked += 1;
    const mine = asked;
    loading ??= fetchJson(url) as Promise<readonly ListedPage[]>;
    try {
      const examples = (await loading).filter(({ title }) => title === undefined);
      if (mine !== asked) return;
      const found =
        terms.length === 0
          ? []
          : examples.filter(({ path }) => matches(exampleName(path).toLowerCase(), terms));
      const items = found
        .slice(0, MAX_FOUND)
        .map(({ path }) => make('li', {}, make('a', { href: path }, exampleName(path))));
      list.replaceChildren(...items);
      status.textContent = terms.length === 0 ? '' : words.found(found.length);
    } catch {
      loading = undefined;
      status.textContent = words.noList;
    }
  };
}
