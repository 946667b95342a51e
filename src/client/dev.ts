// The script of a page on a dev server; builds do not have it. When the page has changed, it is fetched
// again and only what differs is replaced, so scroll position, focus and opened details stay.
import { Idiomorph } from 'idiomorph/dist/idiomorph.esm.js';
import { parseHtml } from './html-text.ts';
import { announce } from './page/announce.ts';

/** Vite reloads only the page that a reload names, and no page has this path. */
const NO_PAGE = '/no-page.html';
const ASK_AGAIN_MS = 500;

// Vite replaces this exact expression.
const hot = import.meta.hot;
const notice = document.createElement('pre');
let fetching = false;
let fetchAgain = false;

notice.className = 'dev-notice';
notice.setAttribute('role', 'alert');
document.body.append(notice);

hot?.on('verbatim:page-changed', ({ page, version }: { readonly page: string; readonly version: number }) => {
  if (page === location.pathname && version > shownVersion()) void refresh();
});
hot?.on('vite:beforeFullReload', payload => {
  // Scripts of the page itself have changed, so it has to be loaded again.
  if ('triggeredBy' in payload) return;
  payload.path = NO_PAGE;
  void refresh();
});
hot?.on('vite:error', ({ err: { message, loc } }) => {
  const text = parseHtml(message).body.textContent;
  showNotice(loc?.file ? `${loc.file}:${loc.line}:${loc.column}\n${text}` : text);
});
hot?.on('vite:ws:connect', announcePage);
announcePage();

function announcePage(): void {
  hot?.send('verbatim:open-page', { page: location.pathname });
}

/** Fetches the page and applies what differs. If it changes meanwhile, it is fetched once more. */
async function refresh(): Promise<void> {
  fetchAgain = fetching;
  if (fetching) return;
  fetching = true;
  try {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const text = await response.text();
    // A page whose rendering failed ends early.
    if (response.ok && text.trimEnd().endsWith('</html>')) apply(parseHtml(text));
    // Modules of the server were loaded anew while it rendered, so the page has no contents.
    if (response.ok && shownVersion() < 0) setTimeout(announcePage, ASK_AGAIN_MS);
    if (response.status === 404) showNotice('This page no longer exists: its file was removed or renamed.');
  } catch {
    // The server has stopped. Vite waits for it, and then loads the page.
  } finally {
    fetching = false;
    if (fetchAgain) void refresh();
  }
}

function apply(fresh: Document): void {
  const [main, next] = [document.querySelector('main'), fresh.querySelector('main')];
  if (main === null || next === null) return;
  const before = statusText();
  Idiomorph.morph(main, next, {
    morphStyle: 'outerHTML',
    callbacks: {
      // Equal nodes are skipped: a list may have a thousand articles.
      beforeNodeMorphed: (old: Node, replacement: Node) => !old.isEqualNode(replacement),
      beforeAttributeUpdated: (name: string, element: Element) => !isReadersChoice(name, element, main),
    },
  });
  document.title = fresh.title;
  showNotice('');
  const now = statusText();
  if (now !== before) announce(now === '' ? 'Nothing to mend' : now);
}

/** Whether an attribute is what the reader opened, chose or focused. */
function isReadersChoice(name: string, element: Element, main: Element): boolean {
  if (name === 'open') return element.localName === 'details';
  return name === 'checked' || (name === 'tabindex' && element === main);
}

/** How many problems the page has, and the status of each unverified figure, for screen readers. */
function statusText(): string {
  const figures = [...document.querySelectorAll('main .dev-status-title')].map(
    title => `${title.closest('figure')?.id ?? ''}: ${title.textContent}`,
  );
  const problems = document.querySelector('#dev-panel-title')?.textContent;
  return [...(problems ? [problems] : []), ...figures].join('; ');
}

function shownVersion(): number {
  return Number(document.querySelector<HTMLElement>('[data-page-version]')?.dataset.pageVersion ?? -1);
}

function showNotice(message: string): void {
  notice.textContent = message === '' ? '' : `${message}\nThe page is as it was before.`;
}
