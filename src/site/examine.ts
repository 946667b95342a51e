import { sortProblems } from '../core/problem.ts';
import type { ArticleFile } from './content.ts';
import { type CompileContext, type CompiledArticle, compileArticle } from './compile.ts';
import type { FrontMatter } from './front-matter.ts';
import { headingProblems } from './headings.ts';
import { importProblems } from './imports.ts';
import { type Outline, outlineOf } from './outline.ts';
import { pictureProblems } from './pictures.ts';
import type { ProjectFiles } from './project-files.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { type Scan, scan } from './references.ts';
import { tagProblems } from './tags.ts';

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
  if (source === '' && read.problems.length > 0) return { ...read, outline: outlineOf(read, undefined, undefined, undefined) };
  const { value: frontMatter, problems: head = [] } = readFrontMatter(source, file);
  const { value: scanned, problems: syntax = [] } = scan(source, file);
  if (scanned === undefined) return { ...read, outline: outlineOf(read, frontMatter, undefined, undefined), problems: sortProblems([...read.problems, ...head, ...syntax]) };
  const { value: article, problems = [] } = compileArticle(source, file, scanned, context);
  const all = [...read.problems, ...head, ...problems, ...tagProblems(scanned, file), ...headingProblems(scanned.headings, file), ...pictureProblems(scanned.pictures, file, context.files), ...importProblems(scanned, source, file, context.files)];
  const sound = all.length === 0 ? article : undefined;
  // All articles are held together, and their trees are far larger than they are.
  const { tree: _, ...seen } = scanned;
  return { ...read, outline: outlineOf(read, frontMatter, scanned, sound?.anchors), frontMatter, scan: seen, article: sound, problems: sortProblems(all) };
}
