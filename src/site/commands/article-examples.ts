import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathSuggestion } from '../../core/problems/suggest.ts';
import { EXIT, ProblemError, type SourcePosition } from '../../core/problems/problem.ts';
import { discover } from '../../runner/examples/discover-examples.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import { articleFiles, readArticleFile } from '../article/article-files.ts';
import { idOf } from '../../core/example/example.ts';
import { scan } from '../article/parse-mdx.ts';

/** Articles that a command names. */
interface ChosenArticles {
  /** Their paths, relative to the project. */
  readonly articles: readonly string[];
  /** Paths of the examples that they show. */
  readonly shown: readonly string[];
}

/**
 * Finds articles by name, `track/slug` or a path, with the examples that they show. The name of a track finds
 * all of its articles.
 * @throws ProblemError with exit code 2 if there is no article of a name
 */
export async function chooseArticles(root: string, names: readonly string[]): Promise<ChosenArticles> {
  const files = await articleFiles(root);
  const slugs = files.map(slugOf);
  const lost = names.filter(name => !slugs.some(slug => isNamed(slug, name)));
  if (lost.length > 0)
    throw new ProblemError(
      lost.map(name => ({
        file: name,
        title: 'There is no article of this name.',
        remedy: pathSuggestion(slugOf(name), slugs) || 'npm run new -- --article track/slug',
      })),
      EXIT.usage,
    );
  const articles = files.filter(file => names.some(name => isNamed(slugOf(file), name)));
  const references = articles.flatMap(
    file => scan(readArticleFile(root, file).source, file).value?.references ?? [],
  );
  const ids = new Set(references.flatMap(each => each.files.map(idOf)));
  const { examples, broken } = await discover(root, EXAMPLES);
  return {
    articles,
    shown: [...examples, ...broken].filter(({ id }) => ids.has(id)).map(({ file }) => file),
  };
}

/** What the words of a command choose, and articles that it names. */
interface ChosenExamples {
  /** Paths of the articles; undefined if none is named. */
  readonly articles: readonly string[] | undefined;
  /** Ids, folders, files and globs; those that the articles show among them. */
  readonly words: readonly string[];
  /** Whether all that was named shows no example. Without words, a command would take all of them. */
  readonly isEmpty: boolean;
}

/**
 * Finds what a command is to run: its words choose examples, or name tracks of articles.
 * @param names of articles and tracks, see `chooseArticles`
 * @throws ProblemError with exit code 2 if there is no article of a name
 */
export async function chooseExamples(
  { root, examples, words }: { root: string; examples: string; words: readonly string[] },
  names: readonly string[] = [],
): Promise<ChosenExamples> {
  const tracks = await tracksAmong(root, examples, words);
  if (names.length + tracks.length === 0) return { articles: undefined, words, isEmpty: false };
  const { articles, shown } = await chooseArticles(root, [...names, ...tracks]);
  const all = [...words.filter(word => !tracks.includes(word)), ...shown];
  return { articles, words: all, isEmpty: all.length === 0 };
}

/**
 * Of the words of a command, those that name a track of articles, such as `advanced`. A folder of examples
 * that has the same name comes first.
 * @param examples folder of the examples, relative to the project
 */
export async function tracksAmong(
  root: string,
  examples: string,
  words: readonly string[],
): Promise<readonly string[]> {
  if (words.length === 0) return [];
  const tracks = new Set(
    (await articleFiles(root)).map(file => slugOf(file).split('/').slice(0, -1).join('/')),
  );
  return words.filter(word => tracks.has(slugOf(word)) && !existsSync(join(root, examples, word)));
}

/** Whether a name is that of an article, or of a track that it is in. */
const isNamed = (slug: string, name: string): boolean => `${slug}/`.startsWith(`${slugOf(name)}/`);

/** `content/advanced/locks.mdx`, `/advanced/locks/` → `advanced/locks`. */
function slugOf(name: string): string {
  return name
    .replace(/^\.?\//, '')
    .replace(/^content\//, '')
    .replace(/\.mdx$/, '')
    .replace(/\/$/, '');
}

/**
 * Where articles show each example, by its id: in the order of the articles, and of their lines.
 * An article that is not MDX shows nothing here; a build reports what is wrong with it.
 */
export async function shownAt(root: string): Promise<ReadonlyMap<string, readonly SourcePosition[]>> {
  const usages = (await articleFiles(root)).flatMap(file => {
    const { value } = scan(readArticleFile(root, file).source, file);
    return (value?.references ?? []).flatMap(({ files, position: { line, column } }) =>
      [...new Set(files.map(idOf))].map(id => ({ id, place: { file, line, column } })),
    );
  });
  const byId = Map.groupBy(usages, ({ id }) => id);
  return new Map([...byId].map(([id, all]) => [id, all.map(({ place }) => place)]));
}
