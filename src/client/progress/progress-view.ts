import { announce } from '../page/announce.ts';
import { forgetProgress, type Kept, keepOf, type KeptArticles, readProgress } from './kept-progress.ts';
import { readingPlace } from './reading-place.ts';

const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('.path .stop > a')];
const marks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-mark]')];

/** Shows what is kept: which articles are done, and where to continue. */
export function show(): void {
  const progress = readProgress();
  for (const link of links()) {
    const { done } = progress[link.pathname] ?? {};
    const stop = link.closest('li');
    stop?.toggleAttribute('data-seen', progress[link.pathname] !== undefined);
    stop?.toggleAttribute('data-done', done === true);
    const word = link.closest<HTMLElement>('.path')?.dataset.done;
    if (done === true) link.setAttribute('aria-label', `${link.textContent.trim()}, ${word}`);
    else link.removeAttribute('aria-label');
  }
  for (const mark of marks())
    mark.toggleAttribute('data-on', progress[mark.dataset.mark ?? '']?.done === true);
  showBegin(progress);
}

/** Where a reader who has never been here begins, as the page was sent. */
let sent: readonly [href: string, above: string, title: string] | undefined;

function showBegin(progress: KeptArticles): void {
  const begin = document.querySelector<HTMLAnchorElement>('.begin');
  const [above, title] = begin?.children ?? [];
  if (begin === null || above === undefined || title === undefined) return;
  sent ??= [begin.href, above.textContent, title.textContent];
  [begin.href, above.textContent, title.textContent] = placeToContinue(progress, begin) ?? sent;
}

/** The article that was open last, or if it is done, the next that is not. */
function placeToContinue(
  progress: KeptArticles,
  { dataset: { stopped = '', next = '' } }: HTMLElement,
): typeof sent {
  const all = links();
  const known = (link: HTMLAnchorElement): Kept | undefined => progress[link.pathname];
  const [last] = all
    .filter(link => known(link) !== undefined)
    .toSorted((a, b) => (known(b)?.seen ?? 0) - (known(a)?.seen ?? 0));
  if (last === undefined) return undefined;
  const { done, hash = '', heading = '' } = known(last) ?? {};
  if (done !== true) {
    const place = heading === '' ? '' : `: ${heading}`;
    return [hash === '' ? last.href : `${last.href}#${hash}`, stopped, `${last.textContent.trim()}${place}`];
  }
  const at = all.indexOf(last);
  const open = [...all.slice(at), ...all.slice(0, at)].find(link => known(link)?.done !== true);
  return open && [open.href, next, open.textContent.trim()];
}

/** In an article: keeps where its reader is, whenever the page is left. */
export function follow(): void {
  const [mark] = marks();
  const path = mark?.dataset.mark;
  if (path === undefined) return;
  const keep = (): void => void keepOf(path, readingPlace());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep());
  addEventListener('pagehide', keep);
  show();
}

/** A button was pressed: one that marks an article, or the one that forgets everything. */
export function press(button: HTMLElement): void {
  const { mark, forgotten } = button.dataset;
  const say = (text: string | undefined): void => {
    if (text !== undefined) announce(text);
  };
  if (mark === undefined) {
    forgetProgress();
    say(forgotten);
  } else {
    const isDone = readProgress()[mark]?.done !== true;
    const isKept = keepOf(mark, { done: isDone });
    const { notKept } = document.querySelector<HTMLElement>('[data-not-kept]')?.dataset ?? {};
    say(isKept ? undefined : notKept);
  }
  show();
}
