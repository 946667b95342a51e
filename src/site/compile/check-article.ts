import { sortProblems } from '../../core/problems/problem.ts';
import type { ArticleFile } from '../article/article-files.ts';
import type { FrontMatter } from '../article/front-matter-schema.ts';
import { type Outline, outlineOf } from '../article/outline.ts';
import { readFrontMatter } from '../article/parse-front-matter.ts';
import { scan } from '../article/parse-mdx.ts';
import { expressionProblems } from '../validate/check-expressions.ts';
import { headingProblems } from '../validate/check-headings.ts';
import { pictureProblems } from '../validate/check-images.ts';
import { importProblems } from '../validate/check-imports.ts';
import { tagProblems } from '../validate/check-tags.ts';
import type { ProjectFiles } from '../validate/project-files.ts';
import { type CompileContext, type CompiledArticle, compileArticle } from './compile-article.ts';

/** An article with everything that can be found out from its own text. */
export interface CheckedArticle extends ArticleFile {
  readonly outline: Outline;
  /** Absent if it has a problem. */
  readonly frontMatter?: FrontMatter | undefined;
  /** Absent if the article has any problem. */
  readonly article?: CompiledArticle | undefined;
}

export type CheckContext = CompileContext & { readonly files: ProjectFiles };

/** Compiles an article, or returns everything that is wrong with it by itself, in the order of its lines. */
export function checkArticle(read: ArticleFile, context: CheckContext): CheckedArticle {
  const { file, source } = read;
  if (source === '' && read.problems.length > 0) return { ...read, outline: outlineOf(read) };
  const { value: frontMatter, problems: head = [] } = readFrontMatter(source, file);
  const { value: scanned, problems: syntax = [] } = scan(source, file);
  const compiled = scanned && compileArticle(source, file, scanned, context);
  const problems = [
    ...read.problems,
    ...head,
    ...syntax,
    ...(compiled?.problems ?? []),
    ...(scanned === undefined
      ? []
      : [
          ...expressionProblems(scanned.tree, file),
          ...tagProblems(scanned, file),
          ...headingProblems(scanned.headings, file),
          ...pictureProblems(scanned.pictures, file, context.files),
          ...importProblems(scanned, source, file, context.files),
        ]),
  ];
  const article = problems.length === 0 ? compiled?.value : undefined;
  const outline = outlineOf(read, frontMatter, scanned, article?.anchors);
  return { ...read, outline, frontMatter, article, problems: sortProblems(problems) };
}
