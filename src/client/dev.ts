// The page on a dev server: when what it shows has changed it is asked for again, and what differs is put into its place.
// Scroll, focus and what is folded open stay as they are. No build has this script.
import { Idiomorph } from 'idiomorph/dist/idiomorph.esm.js';

/** A page of no name: Vite reloads only the page that it is told. */
const NO_PAGE = '/no-page.html';

// Vite looks for these very words.
const hot = import.meta.hot;
const announcement = document.querySelector('[role=status]');
const notice = document.createElement('pre');
let refreshing = false;
let again = false;

notice.className = 'draft-notice';
notice.setAttribute('role', 'alert');
document.body.append(notice);

hot?.on('verbatim:changed', ({ page, version }: { readonly page: string; readonly version: number }) => {
  if (page === location.pathname && version > versionOf(document)) void refresh();
});
hot?.on('vite:beforeFullReload', payload => {
  // Scripts of the page itself have changed: then there is no other way than to load it anew.
  if ('triggeredBy' in payload) return;
  payload.path = NO_PAGE;
  void refresh();
});
hot?.on('vite:error', ({ err: { message, loc } }) =>
  tell([loc?.file && `${loc.file}:${loc.line}:${loc.column}`, plain(message)].filter(Boolean).join('\n')),
);
hot?.on('vite:ws:connect', look);
look();

/** Says which page is looked at, and what it shows. */
function look(): void {
  hot?.send('verbatim:look', { page: location.pathname, version: versionOf(document) });
}

/** Asks for the page and takes over what differs; what changes meanwhile is asked for afterwards. */
async function refresh(): Promise<void> {
  again = refreshing;
  if (refreshing) return;
  refreshing = true;
  try {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const text = await response.text();
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const [main, next] = [document.querySelector('main'), fresh.querySelector('main')];
    // A page that failed half-way ends there.
    if (response.ok && text.trimEnd().endsWith('</html>') && main !== null && next !== null) {
      take(main, next);
      document.title = fresh.title;
      tell('');
    } else if (response.status === 404)
      tell('This page is not there any more: its file was removed or renamed.');
  } catch {
    // The server has ended: Vite waits for it, and then loads the page.
  } finally {
    refreshing = false;
    if (again) void refresh();
  }
}

function take(main: HTMLElement, next: HTMLElement): void {
  const before = textOfDrafts(main);
  Idiomorph.morph(main, next, {
    morphStyle: 'outerHTML',
    callbacks: {
      // What is the same is not looked into: a list of a thousand articles, for example.
      beforeNodeMorphed: (old: Node, fresh: Node) => !old.isEqualNode(fresh),
      // What its reader opened or chose stays so.
      beforeAttributeUpdated: (name: string, element: Element) =>
        !(
          (name === 'open' && element.localName === 'details') ||
          name === 'checked' ||
          (name === 'tabindex' && element === main)
        ),
    },
  });
  const now = textOfDrafts(main);
  if (announcement !== null && now !== before) announcement.textContent = now === '' ? 'As recorded' : now;
}

/** What is told to who does not see the page change. */
function textOfDrafts(root: ParentNode): string {
  return [...root.querySelectorAll('.draft-title')]
    .map(title => `${title.closest('figure')?.id ?? ''}: ${title.textContent}`)
    .join('; ');
}

function versionOf(root: ParentNode): number {
  return Number(root.querySelector<HTMLElement>('[data-draft-version]')?.dataset.draftVersion ?? -1);
}

/** The server writes it as HTML. */
function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}

function tell(message: string): void {
  notice.textContent = message === '' ? '' : `${message}\nThe page is as it was before.`;
}
