import type { Problem } from '../../../core/problems/problem.ts';
import { nearest } from '../../../core/problems/suggest.ts';
import type { OutlinedArticle } from '../../article/outline.ts';
import { tagSlug, trackOf } from '../../routes.ts';
import { isDraft } from './unpublished.ts';

/** A word that joins articles. */
interface Label {
  readonly file: string;
  /** Its track, if the word means something only there. */
  readonly scope: string;
  readonly text: string;
  readonly at: Pick<Problem, 'line' | 'column'>;
}

/** The tags of a site, each once, by the article that has it first. Those of drafts are not published. */
export function publishedTags(articles: readonly OutlinedArticle[]): readonly string[] {
  return [
    ...new Set(
      articles.filter(each => !isDraft(each)).flatMap(({ outline }) => outline.head?.data.tags ?? []),
    ),
  ];
}

/** Tags, series, groups and authors that are spelled in two ways, and tags that can have no page. */
export function labelProblems(articles: readonly OutlinedArticle[], authors: readonly string[]): Problem[] {
  const tags = labelsOf(articles, 'tags');
  return [
    ...tags.flatMap(pagelessTag),
    ...[tags, labelsOf(articles, 'series'), labelsOf(articles, 'group')].flatMap(twoSpellings),
    ...unknownAuthors(labelsOf(articles, 'authors'), authors),
    ...(['tags', 'authors'] as const).flatMap(key => articles.flatMap(article => twice(article, key))),
  ];
}

function labelsOf(
  articles: readonly OutlinedArticle[],
  key: 'tags' | 'series' | 'group' | 'authors',
): readonly Label[] {
  return articles.flatMap(({ file, outline: { head } }) => {
    const scope = key === 'series' || key === 'group' ? trackOf(file) : '';
    const texts = [head?.data[key] ?? []].flat();
    return texts.map((text, index) => ({ file, scope, text, at: head?.at(key, index) ?? {} }));
  });
}

function pagelessTag({ file, text, at }: Label): Problem[] {
  if (tagSlug(text) !== '') return [];
  return [
    {
      file,
      ...at,
      title: `The tag "${text}" has no letter, so it can have no page.`,
      remedy: 'tags: [threads]',
    },
  ];
}

/** Labels that differ in case, signs or the `s` of a plural: readers would find two of each. */
function twoSpellings(labels: readonly Label[]): Problem[] {
  const first = new Map<string, Label>();
  return labels.flatMap((label): Problem[] => {
    const { file, scope, text, at } = label;
    const key = `${scope} ${tagSlug(text).replaceAll('-', '').replace(/s$/, '')}`;
    const known = first.get(key) ?? label;
    first.set(key, known);
    if (known.text === text) return [];
    const title = `"${text}" and "${known.text}" differ too little: the other is in ${known.file}.`;
    return [{ file, ...at, title, remedy: `Write them alike: ${known.text}` }];
  });
}

/** Names that are nearly those of authors whom the settings know. */
function unknownAuthors(labels: readonly Label[], authors: readonly string[]): Problem[] {
  return labels.flatMap(({ file, text, at }): Problem[] => {
    const meant = authors.includes(text) ? undefined : nearest(text, authors);
    if (meant === undefined) return [];
    const title = `The settings name no author "${text}", and one whose name is nearly the same.`;
    return [{ file, ...at, title, remedy: `Did you mean "${meant}"?` }];
  });
}

function twice({ file, outline: { head } }: OutlinedArticle, key: 'tags' | 'authors'): Problem[] {
  return (head?.data[key] ?? []).flatMap((text, index, all) =>
    all.indexOf(text) === index
      ? []
      : [
          {
            file,
            ...head?.at(key, index),
            title: `${key} has "${text}" twice.`,
            remedy: 'Remove one of them.',
          },
        ],
  );
}
