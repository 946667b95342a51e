import examples from 'virtual:verbatim/examples';
import type { Track } from '../../../core/settings/site-settings.ts';
import { site } from '../../../site.config.ts';
import { type Article, allArticles, articlesNamed } from '../articles.ts';
import { newSectionUrl, trackUrl } from '../../routes.ts';
import { linkTo } from '../../site-url.ts';
import { lowestVersion, newVersions } from '../../front/new-versions.ts';

/** An article on the path through its track. */
export interface PathArticle extends Article {
  /** How many samples it shows; 0 in a dev server. */
  readonly samples: number;
  /** Minor versions that its samples or badges name, of those that the site calls new; the newest first. */
  readonly newIn: readonly string[];
  /** What its author asks to read before, of articles that there are. */
  readonly before: readonly Article[];
}

/** Articles of a track that are listed together. */
export interface PathGroup {
  /** Absent for articles of no group. */
  readonly name?: string | undefined;
  readonly articles: readonly PathArticle[];
}

/** What is new in a version of Python. */
interface NewInVersion {
  readonly version: string;
  /** Where pages link to: what articles say of it. Absent if no badge names it. */
  readonly href?: string | undefined;
  readonly articles: readonly PathArticle[];
}

/** A track as a path: in which order, how long, and where to begin. */
export interface TrackPath extends Track {
  readonly slug: string;
  /** Where pages link to: `/advanced/`, below the path of the site. */
  readonly href: string;
  /** In the order of reading. */
  readonly articles: readonly PathArticle[];
  readonly groups: readonly PathGroup[];
  readonly minutes: number;
  readonly samples: number;
  readonly exercises: number;
  /** New versions of Python, each with the articles whose samples need it; the newest first. */
  readonly newIn: readonly NewInVersion[];
}

/** All tracks that have articles, in the order of the settings. */
export async function trackPaths(): Promise<readonly TrackPath[]> {
  const all = await allArticles();
  const badges = new Set(all.flatMap(({ since }) => since));
  const newest = newVersions([
    ...examples.map(({ requiresPython }) => requiresPython),
    ...[...badges].map(version => `>=${version}`),
  ]);
  const onPath = (article: Article): PathArticle => {
    const shown = examples.filter(example => example.articles.includes(article.entry.filePath ?? ''));
    const lowest = shown.map(({ requiresPython }) => lowestVersion(requiresPython));
    const named = new Set([...lowest, ...article.since]);
    return {
      ...article,
      samples: shown.length,
      newIn: newest.filter(version => named.has(version)),
      before: articlesNamed(article.prerequisites, all),
    };
  };
  return Object.entries(site.tracks).flatMap(([slug, track]) => {
    const groups = groupsOf(all.filter(article => article.track.slug === slug).map(onPath));
    const articles = groups.flatMap(group => group.articles);
    const sum = (of: (article: PathArticle) => number): number =>
      articles.reduce((total, article) => total + of(article), 0);
    if (articles.length === 0) return [];
    return {
      ...track,
      slug,
      href: linkTo(trackUrl(slug)),
      articles,
      groups,
      minutes: sum(({ minutes }) => minutes),
      samples: sum(({ samples }) => samples),
      exercises: sum(({ exercises }) => exercises),
      newIn: newest
        .map(version => ({
          version,
          href: badges.has(version) ? linkTo(newSectionUrl(version)) : undefined,
          articles: articles.filter(({ newIn }) => newIn.includes(version)),
        }))
        .filter(each => each.articles.length > 0),
    };
  });
}

/** Articles by their groups, in the order of the first of each. */
function groupsOf(articles: readonly PathArticle[]): readonly PathGroup[] {
  return [...Map.groupBy(articles, ({ group }) => group)].map(([name, members]) => ({
    name,
    articles: members,
  }));
}
