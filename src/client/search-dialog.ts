/** What of Pagefind's API is used: https://pagefind.app/docs/api/ */
interface Pagefind {
  readonly debouncedSearch: (
    term: string,
    options?: object,
    milliseconds?: number,
  ) => Promise<{ readonly results: readonly { readonly data: () => Promise<Found> }[] } | null>;
}

/** A section of a page. */
interface Part {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

interface Found {
  readonly url: string;
  readonly meta: { readonly title?: string };
  /** HTML with the words found in `<mark>`. */
  readonly excerpt: string;
  readonly sub_results: readonly Part[];
}

const MOST = 8;

let dialog: HTMLDialogElement | undefined;
let pagefind: Promise<Pagefind> | undefined;

/** Opens the search dialog; made when it is first asked for. */
export function openSearch(): void {
  dialog ??= makeDialog();
  // The index is built after the scripts are: its address is no module of ours.
  const address = '/pagefind/pagefind.js';
  pagefind ??= import(/* @vite-ignore */ address) as Promise<Pagefind>;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function makeDialog(): HTMLDialogElement {
  const made = element('dialog', { className: 'search' });
  made.setAttribute('aria-label', 'Search');
  const input = element('input', {
    type: 'search',
    placeholder: 'Search the articles',
    autocomplete: 'off',
    spellcheck: false,
  });
  input.setAttribute('aria-label', 'Search the articles');
  const status = element('p', {
    className: 'search-status',
    textContent: 'Type a word, or a name from the code.',
  });
  status.setAttribute('role', 'status');
  const list = element('ol', { className: 'search-results' });
  const close = element('button', { type: 'button', textContent: 'Close' });
  close.addEventListener('click', () => made.close());
  const bar = element('div', { className: 'search-bar' });
  bar.append(input, close);
  made.append(bar, status, list);
  input.addEventListener('input', () => void search(input.value, list, status));
  made.addEventListener('keydown', event => walk(event, [input, ...list.querySelectorAll('a')]));
  // A click beside the dialog is a click on its backdrop.
  made.addEventListener('click', event => event.target === made && made.close());
  document.body.append(made);
  return made;
}

async function search(term: string, list: HTMLElement, status: HTMLElement): Promise<void> {
  if (term.trim() === '') {
    list.replaceChildren();
    status.textContent = 'Type a word, or a name from the code.';
    return;
  }
  try {
    const found = await (await pagefind)?.debouncedSearch(term, {}, 120);
    // Null: more was typed meanwhile.
    if (found === null || found === undefined) return;
    const pages = await Promise.all(found.results.slice(0, MOST).map(result => result.data()));
    const entries = pages.flatMap(({ url, meta, excerpt, sub_results: parts }) =>
      parts.length > 0
        ? bestParts(parts).map(part => ({ ...part, page: meta.title ?? '' }))
        : [{ title: meta.title ?? url, url, excerpt, page: '' }],
    );
    list.replaceChildren(...entries.map(entryOf));
    status.textContent =
      entries.length === 0
        ? `Nothing found for “${term}”.`
        : `${found.results.length} ${found.results.length === 1 ? 'page' : 'pages'} found.`;
  } catch {
    status.textContent = 'The search index could not be loaded.';
  }
}

/** The sections that say most of what was asked for; Pagefind gives them in the order of the page. */
function bestParts(parts: readonly Part[]): readonly Part[] {
  const score = ({ weighted_locations: locations }: Part): number =>
    locations.reduce((sum, { balanced_score: each }) => sum + each, 0);
  return parts.toSorted((a, b) => score(b) - score(a)).slice(0, 3);
}

function entryOf({
  title,
  url,
  excerpt,
  page,
}: {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly page: string;
}): HTMLElement {
  const item = element('li', {});
  const link = element('a', { href: url });
  link.append(
    element('span', {
      className: 'search-title',
      textContent: page === '' || page === title ? title : `${title} · ${page}`,
    }),
  );
  const text = element('span', { className: 'search-excerpt' });
  // The excerpt is HTML with marks in it; it is read as text, and marks are made anew.
  for (const [index, part] of excerpt.split(/<\/?mark>/).entries())
    text.append(index % 2 === 1 ? element('mark', { textContent: plain(part) }) : plain(part));
  link.append(text);
  item.append(link);
  return item;
}

/** Arrows go through the results; Escape closes the dialog by itself. */
function walk(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const at = stops.findIndex(stop => stop === document.activeElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}
