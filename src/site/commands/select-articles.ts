import { suggestion } from '../../core/problems/suggest.ts';
import { EXIT, ProblemError } from '../../core/problems/problem.ts';
import { discover } from '../../runner/examples/discover-examples.ts';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import { articleFiles, readArticleFile } from '../article/article-files.ts';
import { idOf } from '../../core/example/example-id.ts';
import { scan } from '../article/parse-mdx.ts';

/** Articles that a command names. */
export interface ChosenArticles {
  /** Their paths, relative to the project. */
  readonly articles: readonly string[];
  /** Paths of the examples that they show. */
  readonly shown: readonly string[];
}

/** The articles of these names, `track/slug` or paths, with the examples that they show and that there are. @throws ProblemError with exit code 2 for a name that names none */
export async function chooseArticles(root: string, names: readonly string[]): Promise<ChosenArticles> {
  const files = await articleFiles(root);
  const slugs = files.map(slugOf);
  const lost = names.filter(name => !slugs.includes(slugOf(name)));
  if (lost.length > 0)
    throw new ProblemError(
      lost.map(name => ({
        file: name,
        title: 'There is no article of this name.',
        remedy: suggestion(slugOf(name), slugs) || 'npm run new -- --article track/slug',
      })),
      EXIT.usage,
    );
  const articles = files.filter(file => names.some(name => slugOf(name) === slugOf(file)));
  const sources = articles.map(file => readArticleFile(root, file));
  const ids = new Set(
    sources.flatMap(
      ({ file, source }) =>
        scan(source, file).value?.references.map(({ props }) => idOf(String(props.file))) ?? [],
    ),
  );
  const { examples, broken } = await discover(root, EXAMPLES);
  return {
    articles,
    shown: [...examples, ...broken].filter(({ id }) => ids.has(id)).map(({ file }) => file),
  };
}

/** `content/advanced/locks.mdx`, `/advanced/locks/` → `advanced/locks`. */
function slugOf(name: string): string {
  return name
    .replace(/^\.?\//, '')
    .replace(new RegExp(`^${CONTENT}/`), '')
    .replace(/\.mdx$/, '')
    .replace(/\/$/, '');
}
