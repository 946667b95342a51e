import { wordsOf } from '../../core/words/languages.ts';
import { fetchJson } from '../run/fetch-json.ts';
import { make } from '../run/view/elements.ts';
import { type ListedPage, nearestPages } from './nearest-pages.ts';

/** Fills its place with links to the pages whose addresses are nearest to the one that leads nowhere. */
export async function proposePages(place: HTMLElement): Promise<void> {
  const words = wordsOf(document.documentElement.lang).finding;
  try {
    const pages = (await fetchJson(place.dataset.nearest ?? '')) as readonly ListedPage[];
    const near = nearestPages(location.pathname, pages);
    const items = near.map(({ path, title, to = path }) =>
      make('li', {}, make('a', { href: to }, title ?? exampleName(path))),
    );
    place.append(make('p', {}, near.length === 0 ? words.noneNear : words.meant), make('ul', {}, ...items));
  } catch {
    place.append(make('p', {}, words.noList));
  }
}

/** `/project/examples/locks/account/` → `locks/account` */
export function exampleName(path: string): string {
  return path.replace(/^.*\/examples\//, '').replace(/\/$/, '');
}
