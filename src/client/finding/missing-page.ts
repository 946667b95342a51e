import { fetchJson } from '../run/fetch-json.ts';
import { make } from '../run/view/elements.ts';
import { findingWords } from '../words/finding-words.ts';
import { exampleName } from './example-name.ts';
import { type ListedPage, nearestPages } from './nearest-pages.ts';

/** Fills its place with links to the pages whose addresses are nearest to the one that leads nowhere. */
export async function proposePages(place: HTMLElement): Promise<void> {
  const words = findingWords();
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
