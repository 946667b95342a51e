import searchStyles from '../../styles/search.css?url';
import { make } from '../run/view/elements.ts';
import { loadStyleSheet } from '../page/style-sheet.ts';
import { findingWords } from '../words/finding-words.ts';
import { askedWords, type FoundPage, isMeant, placesIn } from './found-pages.ts';
import { forgetSearches, keepSearch, recentSearches } from './recent-searches.ts';
import { placeItem } from './search-results.ts';

/** The part of Pagefind's API that the search uses. https://pagefind.app/docs/api/ */
interface Pagefind {
  readonly options: (options: { readonly noWorker: boolean }) => Promise<void>;
  /** Resolves to null if it was called again meanwhile. */
  readonly debouncedSearch: (term: string, options: object, milliseconds: number) => Promise<Found | null>;
}

interface Found {
  readonly results: readonly { readonly data: () => Promise<FoundPage> }[];
}

const MAX_PAGES = 8;
const DEBOUNCE_MS = 120;

const words = findingWords();

let dialog: HTMLDialogElement | undefined;
let pagefind: Promise<Pagefind> | undefined;

/** Opens the search dialog. It, its styles and the index are made and loaded the first time. */
export async function openSearch(): Promise<void> {
  dialog ??= createDialog();
  // The index is built after the scripts are bundled, so it is imported by its URL.
  const url = `${import.meta.env.BASE_URL}pagefind/pagefind.js`;
  pagefind ??= load(url);
  await loadStyleSheet(searchStyles);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

async function load(url: string): Promise<Pagefind> {
  const loaded = (await import(/* @vite-ignore */ url)) as Pagefind;
  // The policy of the pages allows no worker at an address that is a plain text.
  await loaded.options({ noWorker: true });
  return loaded;
}

function createDialog(): HTMLDialogElement {
  const input = make('input', {
    type: 'search',
    placeholder: words.searchFor,
    ariaLabel: words.searchFor,
    autocomplete: 'off',
    spellcheck: false,
  });
  const status = make('p', { className: 'search-status', textContent: words.hint, role: 'status' });
  const list = make('ol', { className: 'search-results' });
  const close = make('button', { type: 'button', textContent: words.close });
  const bar = make('div', { className: 'search-bar' }, input, close);
  const recent = make('div', { className: 'search-recent' });
  const created = make('dialog', { className: 'search', ariaLabel: words.search }, bar, status, recent, list);
  const show = (): void => {
    recent.replaceChildren(...(input.value.trim() === '' ? recentButtons(input, show) : []));
    void search(input.value, list, status);
  };
  close.addEventListener('click', () => created.close());
  input.addEventListener('input', show);
  list.addEventListener('click', () => keepSearch(input.value));
  created.addEventListener('keydown', event =>
    moveFocus(event, [input, ...recent.querySelectorAll('button'), ...list.querySelectorAll('a')]),
  );
  // The dialog itself is clicked only outside its content: on its backdrop.
  created.addEventListener('click', event => event.target === created && created.close());
  document.body.append(created);
  show();
  return created;
}

/** A button for each search that led somewhere before, and one that forgets them. */
function recentButtons(input: HTMLInputElement, show: () => void): readonly HTMLElement[] {
  const terms = recentSearches();
  if (terms.length === 0) return [];
  const button = (text: string, press: () => void): HTMLElement => {
    const made = make('button', { type: 'button', textContent: text });
    made.addEventListener('click', () => {
      press();
      show();
      input.focus();
    });
    return made;
  };
  return [
    make('span', { textContent: words.recent }),
    ...terms.map(term => button(term, () => (input.value = term))),
    button(words.forget, forgetSearches),
  ];
}

async function search(term: string, list: HTMLElement, status: HTMLElement): Promise<void> {
  if (term.trim() === '') {
    list.replaceChildren();
    status.textContent = words.hint;
    return;
  }
  try {
    const found = await (await pagefind)?.debouncedSearch(askedWords(term), {}, DEBOUNCE_MS);
    if (!found) return;
    const first = await Promise.all(found.results.slice(0, MAX_PAGES).map(result => result.data()));
    const pages = first.filter(page => isMeant(page, term));
    list.replaceChildren(...pages.flatMap(placesIn).map(place => placeItem(place, words.kinds[place.kind])));
    const count = pages.length === 0 ? 0 : found.results.length - (first.length - pages.length);
    status.textContent = count === 0 ? words.nothing(term) : words.pages(count);
  } catch {
    status.textContent = words.noIndex;
  }
}

/** Moves the focus with the up and down arrows. Escape closes a dialog by itself. */
function moveFocus(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const index = stops.indexOf(document.activeElement as HTMLElement);
  stops[(index + step + stops.length) % stops.length]?.focus();
}
