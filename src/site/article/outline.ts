import { posix } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import type { ArticleFile } from './article-files.ts';
import type { FrontMatter } from './front-matter-schema.ts';
import { idOf } from '../../core/example/example-id.ts';
import type { Link, Scan } from './parse-mdx.ts';

/** What other articles have to know of one. */
export interface Outline {
  /** Its place in its track, and the line that says so; absent where its front matter is wrong. */
  readonly order?: { readonly place: number; readonly line: number } | undefined;
  readonly links: readonly Pick<Link, 'url' | 'place'>[];
  /** Its anchors; of an article that has mistakes, all that it may have when they are mended. Absent where it cannot be read. */
  readonly anchors?: readonly string[] | undefined;
  /** Ids of the examples that it shows, or would if it could be read. */
  readonly shown: readonly string[];
  /** Blocks that nobody ran, and that say so. */
  readonly unverified: readonly Problem[];
}

/** @param anchors those of the article where nothing is wrong with it */
export function outlineOf(
  { file, source }: ArticleFile,
  frontMatter: FrontMatter | undefined,
  scan: Scan | undefined,
  anchors: ReadonlySet<string> | undefined,
): Outline {
  return {
    order: frontMatter && {
      place: frontMatter.order,
      line: source.slice(0, source.search(/^order:/m)).split('\n').length,
    },
    links: scan?.links ?? [],
    anchors: anchors === undefined ? scan && possibleAnchors(scan) : [...anchors],
    shown: [
      ...new Set((scan?.references.map(({ props }) => String(props.file)) ?? namedIn(source)).map(idOf)),
    ],
    unverified: (scan?.fences ?? [])
      .filter(({ meta }) => meta.trim() === 'unverified')
      .map(({ language, place: { line, column } }) => ({
        file,
        line,
        column,
        title: `Nobody ran this ${language === '' ? '' : `"${language}" `}block, and it says so.`,
      })),
  };
}

function possibleAnchors({ headings, references }: Scan): string[] {
  const examples = references.flatMap(({ props: { file, region } }) => {
    const name = posix.basename(idOf(String(file)));
    const base = typeof region === 'string' ? `${name}-${region}` : name;
    return [base, `${base}-example`, ...references.map((_, index) => `${base}-example-${index + 2}`)];
  });
  return [...headings.map(({ id }) => id), ...examples];
}

/** What an article that is not MDX seems to show. */
function namedIn(source: string): string[] {
  return [...source.matchAll(/\bfile=(["'])(?<file>.*?)\1/g)].map(({ groups }) => groups?.file ?? '');
}
