import { posix } from 'node:path';
import { slugOf } from '../../core/contract/variant-schema.ts';
import { idOf } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import type { ArticleFile } from './article-files.ts';
import { type PlaceInHead, placesInHead } from './front-matter/front-matter-places.ts';
import type { FrontMatter } from './front-matter-schema.ts';
import type { Link, Scan } from './parse-mdx.ts';

/** What the checks of the whole site need of one article. */
export interface Outline {
  /** What its front matter says, with the places of its keys; absent if that is wrong. */
  readonly head?: { readonly data: FrontMatter; readonly at: PlaceInHead } | undefined;
  /** Its number in its track, with the line of its front matter; absent if that is wrong. */
  readonly order?: { readonly number: number; readonly line: number } | undefined;
  readonly links: readonly Link[];
  /** Its anchors. If it has problems: all that it may have without them. Absent if it is not MDX. */
  readonly anchors?: readonly string[] | undefined;
  /** Ids of the examples that it shows, or seems to show if it is not MDX. */
  readonly shown: readonly string[];
  /** Whether it has the badge of a version. */
  readonly hasBadges?: boolean | undefined;
  /** Blocks that nobody ran, and that are marked so. */
  readonly unverified: readonly Problem[];
}

/** An article among others. */
export interface OutlinedArticle {
  readonly file: string;
  readonly outline: Outline;
}

/** @param anchors those of the article if nothing is wrong with it */
export function outlineOf(
  { file, source }: ArticleFile,
  frontMatter?: FrontMatter,
  scan?: Scan,
  anchors?: ReadonlySet<string>,
): Outline {
  const files = scan?.references.flatMap(each => each.files) ?? filesNamedIn(source);
  return {
    head: frontMatter && { data: frontMatter, at: placesInHead(source) },
    order: frontMatter && {
      number: frontMatter.order,
      line: source.slice(0, source.search(/^order:/m)).split('\n').length,
    },
    links: scan?.links ?? [],
    anchors: anchors === undefined ? scan && possibleAnchors(scan) : [...anchors],
    shown: [...new Set(files.map(idOf))],
    hasBadges: scan?.references.some(({ component }) => component === 'Since'),
    unverified: (scan?.fences ?? [])
      .filter(({ meta }) => meta.trim() === 'unverified')
      .map(({ language, position: { line, column } }) => ({
        file,
        line,
        column,
        title: `Nobody ran this ${language === '' ? '' : `"${language}" `}block, and it says so.`,
      })),
  };
}

/** Anchors of headings, and all that `build-figure.ts` may give to the examples. */
function possibleAnchors({ headings, references }: Scan): string[] {
  const examples = references.flatMap(({ component, files, props: { region, variant } }) => {
    if (component === 'Value' || component === 'Ratio') return [];
    const slug = typeof variant === 'string' ? `-${slugOf(variant)}` : '';
    return files.flatMap(file => {
      const name = `${posix.basename(idOf(file))}${slug}`;
      const base = typeof region === 'string' ? `${name}-${region}` : name;
      return [base, `${base}-example`, ...references.map((_, index) => `${base}-example-${index + 2}`)];
    });
  });
  return [...headings.map(({ id }) => id), ...examples];
}

/** The props that name examples in an article that the parser does not understand. */
function filesNamedIn(source: string): string[] {
  return [...source.matchAll(/\b(?:file|of|to|start|solution)=(["'])(?<file>.*?)\1/g)].map(
    ({ groups }) => groups?.file ?? '',
  );
}
