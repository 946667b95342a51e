import { slug } from 'github-slugger';
import type { Problem } from '../../core/problems/problem.ts';
import { nearest, suggestion } from '../../core/problems/suggest.ts';
import { shellQuote } from '../../core/text/shell-quote.ts';
import type { OutlinedArticle } from '../article/outline.ts';
import { versionChanges } from '../figures/changes/version-changes.ts';
import type { CheckedExamples } from '../figures/parts/checked-example.ts';
import { type Glossary, NO_GLOSSARY } from '../glossary/glossary.ts';
import { GLOSSARY_FILE } from '../glossary/read-glossary.ts';
import type { Link } from '../article/parse-mdx.ts';
import { articleUrl, GLOSSARY_URL, RESERVED_SLUGS, RESERVED_TRACKS } from '../routes.ts';
import { addressProblems, linkProblems, linkTargets } from './check-links.ts';
import { isForeign, placeOf, translationProblems } from './languages/check-translations.ts';
import type { ProjectFiles } from './check-files.ts';
import { aliasProblems } from './front-matter/aliases.ts';
import { nameProblems } from './front-matter/article-names.ts';
import { labelProblems, publishedTags } from './front-matter/labels.ts';
import { movedAddresses, unpublishedAddresses } from './front-matter/other-addresses.ts';
import { readingOrderProblems } from './front-matter/reading-order.ts';
import { hiddenExamples, isDraft } from './front-matter/unpublished.ts';

export interface SiteContext {
  readonly examples: CheckedExamples;
  readonly files: ProjectFiles;
  /** Slugs of the tracks. */
  readonly tracks: readonly string[];
  /** The languages of the site; the first is that of `content/<track>/`. */
  readonly languages: readonly string[];
  /** Where the site is published: `https://verbatim.example`. */
  readonly site: string;
  /** Absent: a site without terms. */
  readonly glossary?: Glossary | undefined;
  /** The links of its definitions. */
  readonly links?: readonly Link[] | undefined;
  /** Those that the settings name. */
  readonly authors: readonly string[];
}

/** What all articles together show: wrong URLs, links that lead nowhere, examples that no article uses. */
export function siteProblems(
  articles: readonly OutlinedArticle[],
  { examples, files, tracks, site, languages, authors, glossary = NO_GLOSSARY, links = [] }: SiteContext,
): Problem[] {
  const hidden = hiddenExamples(articles);
  const contents = {
    articles: articles.map(({ file }) => file),
    examples: [...examples].map(([id, { entry }]) => ({ id, file: entry.file })),
    hasGlossary: glossary.terms.length > 0,
    hasBadges: articles.some(article => !isDraft(article) && article.outline.hasBadges === true),
    hasChanges: [...examples].some(([id, each]) => !hidden.has(id) && versionChanges(each).length > 0),
    tags: publishedTags(articles),
  };
  const anchors = new Map(
    articles.map(({ file, outline }) => [articleUrl(file), outline.anchors && new Set(outline.anchors)]),
  );
  anchors.set(GLOSSARY_URL, new Set(glossary.terms.map(term => term.slug)));
  const targets = linkTargets(contents, anchors, files, site);
  const moved = movedAddresses(articles);
  /** A draft may link to other drafts: all are published together, or the checks speak then. */
  const others = new Map([...moved, ...unpublishedAddresses(articles)]);
  return [
    ...urlProblems(articles, tracks, languages),
    ...translationProblems(articles, languages, tracks),
    ...articles.flatMap(article =>
      linkProblems(article.outline.links, article.file, {
        ...targets,
        others: isDraft(article) ? moved : others,
      }),
    ),
    ...nameProblems(articles),
    ...readingOrderProblems(articles),
    ...addressProblems(links, GLOSSARY_FILE),
    ...linkProblems(links, GLOSSARY_FILE, { ...targets, others }),
    ...labelProblems(articles, authors),
    ...aliasProblems(articles, contents, targets.isPublic),
    ...unusedExamples(articles, examples),
  ];
}

/** Articles that are in no track, that have no valid URL, or that have the URL or the number of another. */
function urlProblems(
  articles: readonly OutlinedArticle[],
  tracks: readonly string[],
  languages: readonly string[],
): Problem[] {
  const files = new Set(articles.map(({ file }) => file));
  /** The first article of each URL path and of each number. */
  const first = new Map<string, string>();
  const takenBy = (key: string, file: string): string | undefined => {
    const other = first.get(key);
    first.set(key, other ?? file);
    return other;
  };
  return articles.flatMap(({ file, outline: { order } }): Problem[] => {
    const { folder, rest } = placeOf(file, languages);
    const [track = '', name = '', ...deeper] = rest;
    // That there is no such language is said once.
    if (isForeign(file, languages, tracks)) return [];
    // Git refuses to move a file that it does not know yet, and finds a rename by itself.
    const move = (target: string): string => `mv ${shellQuote(file)} ${shellQuote(target)}`;
    if (name === '' || deeper.length > 0)
      return [
        {
          file,
          title: 'An article stands in the folder of its track, and in no other.',
          remedy: move(`${folder}/${tracks[0] ?? 'track'}/${deeper.at(-1) ?? (name || track)}.mdx`),
        },
      ];
    const problems: Problem[] = [];
    if (!tracks.includes(track)) {
      const near = nearest(track, tracks);
      const listed = 'Tracks are listed in src/site.config.ts.';
      const remedy =
        near === undefined
          ? `${suggestion(track, tracks)}. ${listed}`
          : `Did you mean "${near}"? ${listed}\n${move(`${folder}/${near}/${name}.mdx`)}`;
      problems.push({ file, title: `There is no track "${track}".`, remedy });
    }
    if (RESERVED_TRACKS.includes(track))
      problems.push({
        file,
        title: `The site keeps /${track}/ for other pages: no track has this name.`,
        remedy: 'Rename it, in src/site.config.ts too.',
      });
    if (RESERVED_SLUGS.includes(name))
      problems.push({
        file,
        title: `"${name}" is reserved: an article of this name has no address of its own.`,
        remedy: move(`${folder}/${track}/${name === 'index' ? 'overview' : 'missing-pages'}.mdx`),
      });
    const validName = slug(name)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    const validFile = `${folder}/${track}/${validName || 'first-steps'}.mdx`;
    if (validName !== name)
      problems.push({
        file,
        title: `"${name}" is no address: it is lower-case words with hyphens between them.`,
        remedy: files.has(validFile) ? 'Give it another name.' : move(validFile),
      });
    const url = articleUrl(`${folder}/${track}/${validName}.mdx`);
    const sameUrl = takenBy(url, file);
    if (sameUrl !== undefined)
      problems.push({
        file,
        title: `Two articles have the address ${url}: the other is ${sameUrl}.`,
        remedy: 'Rename one of them.',
      });
    const sameOrder = order && takenBy(`${folder}/${track} ${order.number}`, file);
    if (order && sameOrder !== undefined)
      problems.push({
        file,
        line: order.line,
        column: 1,
        title: `Two articles of the track have the order ${order.number}: the other is ${sameOrder}.`,
        remedy: `Give each a place of its own:\norder: ${freeOrder(articles, `${folder}/${track}/`)}`,
      });
    return problems;
  });
}

/** The first number behind all articles of a folder. */
function freeOrder(articles: readonly OutlinedArticle[], folder: string): number {
  const taken = articles.map(({ file, outline: { order } }) =>
    file.startsWith(folder) ? (order?.number ?? 0) : 0,
  );
  return Math.max(...taken) + 1;
}

/** Examples that no article shows. A misspelled reference counts for the nearest id. */
function unusedExamples(articles: readonly OutlinedArticle[], examples: CheckedExamples): Problem[] {
  const ids = [...examples.keys()];
  const used = new Set(
    articles.flatMap(({ outline }) => outline.shown).map(id => (examples.has(id) ? id : nearest(id, ids))),
  );
  return [...examples.values()]
    .filter(({ entry }) => !used.has(entry.id))
    .map(({ entry }) => ({
      file: entry.file,
      title: 'No article uses this example.',
      remedy:
        'Remove it if nothing needs it, or show it:\n' +
        `<Example file="${entry.file.replace(/^examples\//, '')}" />`,
    }));
}
