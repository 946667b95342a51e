/** The part of Pagefind's API that the search uses. https://pagefind.app/docs/api/ */
interface Pagefind {
  readonly options: (options: { readonly noWorker: boolean }) => Promise<void>;
  /** Resolves to null if it was called again meanwhile. */
  readonly debouncedSearch: (term: string, options: object, milliseconds: number) => Promise<Found | null>;
}

interface Found {
  readonly results: readonly { readonly data: () => Promise<FoundPage> }[];
}

/** A result. Its excerpt is text with `<` and `>` escaped, and the words that were found in `<mark>`. */
interface SearchEntry {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

interface FoundPage extends Omit<SearchEntry, 'title'> {
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly FoundSection[];
}

interface FoundSection extends SearchEntry {
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

const MAX_PAGES = 8;
const MAX_SECTIONS_PER_PAGE = 3;
const DEBOUNCE_MS = 120;
const HINT = 'Type a word, or a name from the code.';

let dialog: HTMLDialogElement | undefined;
let pagefind: Promise<Pagefind> | undefined;

/** Opens the search dialog. The dialog and the index are made and loaded the first time. */
export function openSearch(): void {
  dialog ??= createDialog();
  // The index is built after the scripts are bundled, so it is imported by its URL.
  const url = `${import.meta.env.BASE_URL}pagefind/pagefind.js`;
  pagefind ??= load(url);
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
  const created = element('dialog', { className: 'search', ariaLabel: 'Search' });
  const input = element('input', {
    type: 'search',
    placeholder: 'Search the articles',
    ariaLabel: 'Search the articles',
    autocomplete: 'off',
    spellcheck: false,
  });
  const status = element('p', { className: 'search-status', textContent: HINT, role: 'status' });
  const list = element('ol', { className: 'search-results' });
  const close = element('button', { type: 'button', textContent: 'Close' });
  const bar = element('div', { className: 'search-bar' });
  bar.append(input, close);
  created.append(bar, status, list);
  close.addEventListener('click', () => created.close());
  input.addEventListener('input', () => void search(input.value, list, status));
  created.addEventListener('keydown', event => moveFocus(event, [input, ...list.querySelectorAll('a')]));
  // The dialog itself is clicked only outside its content: on its backdrop.
  created.addEventListener('click', event => event.target === created && created.close());
  document.body.append(created);
  return created;
}

async function search(term: string, list: HTMLElement, status: HTMLElement): Promise<void> {
  if (term.trim() === '') {
    list.replaceChildren();
    status.textContent = HINT;
    return;
  }
  try {
    const found = await (await pagefind)?.debouncedSearch(term, {}, DEBOUNCE_MS);
    if (!found) return;
    const pages = await Promise.all(found.results.slice(0, MAX_PAGES).map(result => result.data()));
    list.replaceChildren(...pages.flatMap(entriesOf).map(listItem));
    const count = found.results.length;
    status.textContent =
      count === 0 ? `Nothing found for “${term}”.` : `${count} ${count === 1 ? 'page' : 'pages'} found.`;
  } catch {
    status.textContent = 'The search index could not be loaded.';
  }
}

/** The sections of a page in which the words score most, or the page itself if it has none. */
function entriesOf({ url, meta, excerpt, sub_results: sections }: FoundPage): readonly SearchEntry[] {
  const page = meta.title ?? '';
  if (sections.length === 0) return [{ title: page || url, url, excerpt }];
  return sections
    .toSorted((a, b) => score(b) - score(a))
    .slice(0, MAX_SECTIONS_PER_PAGE)
    .map(({ title, ...rest }) => ({
      ...rest,
      title: page === '' || page === title ? title : `${title} · ${page}`,
    }));
}

function score({ weighted_locations: locations }: FoundSection): number {
  return locations.reduce((sum, { balanced_score: each }) => sum + each, 0);
}

function listItem({ title, url, excerpt }: SearchEntry): HTMLElement {
  const text = element('span', { className: 'search-excerpt' });
  // No HTML is parsed: text is between the marks, and every second part is in one.
  for (const [index, part] of excerpt.split(/<\/?mark>/).entries()) {
    const textContent = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    text.append(index % 2 === 1 ? element('mark', { textContent }) : textContent);
  }
  const link = element('a', { href: url });
  link.append(element('span', { className: 'search-title', textContent: title }), text);
  const item = element('li', {});
  item.append(link);
  return item;
}

/** Moves the focus with the up and down arrows. Escape closes a dialog by itself. */
function moveFocus(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const index = stops.indexOf(document.activeElement as HTMLElement);
  stops[(index + step + stops.length) % stops.length]?.focus();
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}
