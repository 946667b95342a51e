import { sortProblems } from '../../core/problems/problem.ts';
import type { ArticleFile } from '../article/article-files.ts';
import { type CompileContext, type CompiledArticle, compileArticle } from './compile-article.ts';
import type { FrontMatter } from '../article/front-matter-schema.ts';
import { headingProblems } from '../validate/check-headings.ts';
import { importProblems } from '../validate/check-imports.ts';
import { type Outline, outlineOf } from '../article/outline.ts';
import { pictureProblems } from '../validate/check-images.ts';
import type { ProjectFiles } from '../validate/project-files.ts';
import { readFrontMatter } from '../article/parse-front-matter.ts';
import { type Scan, scan } from '../article/parse-mdx.ts';
import { tagProblems } from '../validate/check-tags.ts';

/** An article with all that can be said of it by itself. */
export interface Examined extends ArticleFile {
  readonly outline: Outline;
  /** Absent where it has a mistake. */
  readonly frontMatter?: FrontMatter | undefined;
  /** Absent where the article is not MDX. */
  readonly scan?: Omit<Scan, 'tree'> | undefined;
  /** Absent where anything is wrong with it. */
  readonly article?: CompiledArticle | undefined;
}

export type ExamineContext = CompileContext & { readonly files: ProjectFiles };

/** Everything that is wrong with an article by itself, in the order of its lines; or the article, ready for the MDX compiler. */
export function examine(read: ArticleFile, context: ExamineContext): Examined {
  const { file, source } = read;
  if (source === '' && read.problems.length > 0)
    return { ...read, outline: outlineOf(read, undefined, undefined, undefined) };
  const { value: frontMatter, problems: head = [] } = readFrontMatter(source, file);
  const { value: scanned, problems: syntax = [] } = scan(source, file);
  if (scanned === undefined)
    return {
      ...read,
      outline: outlineOf(read, frontMatter, undefined, undefined),
      problems: sortProblems([...read.problems, ...head, ...syntax]),
    };
  const { value: article, problems = [] } = compileArticle(source, file, scanned, context);
  const all = [
    ...read.problems,
    ...head,
    ...problems,
    ...tagProblems(scanned, file),
    ...headingProblems(scanned.headings, file),
    ...pictureProblems(scanned.pictures, file, context.files),
    ...importProblems(scanned, source, file, context.files),
  ];
  const sound = all.length === 0 ? article : undefined;
  // All articles are held together, and their trees are far larger than they are.
  const { tree: _, ...seen } = scanned;
  return {
    ...read,
    outline: outlineOf(read, frontMatter, scanned, sound?.anchors),
    frontMatter,
    scan: seen,
    article: sound,
    problems: sortProblems(all),
  };
}
