/** What Pagefind knows of a page in which words were found. https://pagefind.app/docs/api/ */
export interface FoundPage {
  readonly url: string;
  /** Its text, with `<` and `>` escaped. Where a language has no blanks, words end with U+200B. */
  readonly raw_content: string;
  readonly meta: { readonly title?: string };
  /** Elements with an id, and where their text begins. */
  readonly anchors: readonly Anchor[];
  /** The found words, by their number in the text. */
  readonly weighted_locations: readonly Hit[];
}

interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text?: string;
  readonly location: number;
}

interface Hit {
  readonly location: number;
  readonly balanced_score: number;
}

/** A place that is shown as a result. */
export interface FoundPlace {
  readonly kind: 'article' | 'section' | 'code' | 'glossary';
  readonly title: string;
  /** What it is in; empty for an article. */
  readonly within: string;
  readonly url: string;
  /** Its text around what was found; every second part was found. */
  readonly excerpt: readonly string[];
}

const MAX_PLACES = 3;
const WORDS_BEFORE = 5;
const EXCERPT_WORDS = 30;

/** In code, the index has a blank after each bracket that opens. */
const OPENS = /[([{]$/;

/** What is asked of the index: words as it has them. `run(*args)` → `run( *args)` */
export function askedWords(term: string): string {
  return term.replaceAll(/[([{](?=\S)/g, '$& ');
}

/** Letters of a word that have to be found: its ending may be another one. */
const MEANT_LETTERS = 3;

/**
 * Whether a page has the beginning of a word that was asked for. Pagefind takes letters off a word that it
 * does not know, until some word begins with the rest, which may be one letter or a sign.
 */
export function isMeant(page: FoundPage, term: string): boolean {
  const words = wordsIn(page);
  const found = page.weighted_locations.map(({ location }) => plain(words[location] ?? ''));
  const asked = askedWords(term)
    .split(/\s+/)
    .map(word => plain(word).slice(0, MEANT_LETTERS));
  return asked.some(start => start !== '' && found.some(word => word.includes(start)));
}

function plain(word: string): string {
  return unescaped(word).toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

function unescaped(word: string): string {
  return word.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

function wordsIn({ raw_content: text }: FoundPage): readonly string[] {
  return text.includes('\u200b') ? text.split('\u200b') : text.split(/\s+/);
}

/** A part of a text: from its first word to that of the next part. */
type Region = Omit<FoundPlace, 'excerpt'> & { readonly from: number };

/** The places of a page in which the words score most. */
export function placesIn(page: FoundPage): readonly FoundPlace[] {
  const words = wordsIn(page);
  const regions = regionsOf(page);
  return regions
    .map((region, index) => {
      const to = regions[index + 1]?.from ?? words.length;
      const hits = page.weighted_locations.filter(({ location }) => location >= region.from && location < to);
      return { region, to, hits, score: hits.reduce((sum, hit) => sum + hit.balanced_score, 0) };
    })
    .filter(({ hits }) => hits.length > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_PLACES)
    .map(({ region: { from, ...place }, to, hits }) => ({
      ...place,
      excerpt: excerptOf(words, from, to, hits),
    }));
}

/** The head of the page, its sections, and the code in them, in the order of the text. */
function regionsOf({ url, meta, anchors }: FoundPage): readonly Region[] {
  const page = meta.title ?? url;
  const isGlossary = /\/glossary\/$/.test(url);
  let section: Omit<Region, 'from'> = { kind: 'article', title: page, within: '', url };
  let figure = '';
  const regions: Region[] = [{ ...section, from: 0 }];
  for (const { element, id, text = '', location: from } of anchors.toSorted(
    (a, b) => a.location - b.location,
  )) {
    if (element === 'figure') figure = id;
    else if (/^(?:h[2-6]|dt|dfn)$/.test(element) && text.trim() !== '') {
      const kind = isGlossary ? 'glossary' : 'section';
      section = { kind, title: text, within: page, url: `${url}#${id}` };
      regions.push({ ...section, from });
    } else if (id.startsWith('code:')) {
      const within = section.within === '' ? page : `${section.title} · ${page}`;
      regions.push({ kind: 'code', title: id.slice('code:'.length), within, url: `${url}#${figure}`, from });
    } else if (id.startsWith('text:')) regions.push({ ...section, from });
  }
  return regions;
}

function excerptOf(
  words: readonly string[],
  from: number,
  to: number,
  hits: readonly Hit[],
): readonly string[] {
  const best = hits.reduce((most, hit) => (hit.balanced_score > most.balanced_score ? hit : most));
  const start = Math.max(from, best.location - WORDS_BEFORE);
  const found = new Set(hits.map(({ location }) => location));
  const parts = [''];
  for (let at = start; at < Math.min(to, start + EXCERPT_WORDS); at += 1) {
    const isFound = parts.length % 2 === 0;
    const word = unescaped(words[at] ?? '');
    const text = OPENS.test(word) ? word : `${word} `;
    if (found.has(at) === isFound) parts.push(`${parts.pop() ?? ''}${text}`);
    else parts.push(text);
  }
  return parts;
}
