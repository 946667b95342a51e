import { createHash } from 'node:crypto';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { headingProblems } from '../validate/check-headings.ts';
import { importProblems } from '../validate/check-imports.ts';
import { pictureProblems } from '../validate/check-images.ts';
import type { ProjectFiles } from '../validate/project-files.ts';
import { isComponent } from '../article/component-props.ts';
import { readFrontMatter } from '../article/parse-front-matter.ts';
import { type Fence, type Reference, type Scan, scan } from '../article/parse-mdx.ts';
import { type Node, positionOf, textOf } from '../article/mdx-tree.ts';
import { tagProblems } from '../validate/check-tags.ts';

/** What stands in one place of a draft. */
export type Stand =
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'fence'; readonly fence: Fence }
  | { readonly kind: 'mistake'; readonly problems: readonly Problem[]; readonly text?: string | undefined };

/** An article as a dev server compiles it: places, and what stands in each is looked up whenever a page is rendered. */
export interface DraftPlan {
  readonly source: string;
  /** Of the source: names the plan. */
  readonly digest: string;
  readonly stands: readonly Stand[];
  readonly scan: Scan;
  /** What is wrong with it in no place that shows it: front matter, headings, props of callouts. */
  readonly problems: readonly Problem[];
  /** Its body for the MDX compiler, without front matter: that is read elsewhere. `figure` gives the key of a place. */
  readonly mdx: (figure: (index: number) => string) => string;
}

interface Spot {
  readonly start: number;
  readonly end: number;
  readonly stand: Stand;
}

/** An article's source → its plan, or why it cannot be compiled. */
export function planDraft(source: string, file: string, files: ProjectFiles): Result<DraftPlan> {
  const { problems: head = [] } = readFrontMatter(source, file);
  const { value: found, problems: syntax = [] } = scan(source, file);
  if (found === undefined) return fail(...head, ...syntax);
  const imports = importProblems(found, source, file, files);
  if (imports.length > 0) return fail(...head, ...imports);
  const spots: Spot[] = [
    ...found.references.map((reference): Spot => ({
      ...reference.position,
      stand: { kind: 'reference', reference },
    })),
    ...found.fences.map((fence): Spot => ({ ...fence.position, stand: { kind: 'fence', fence } })),
    ...strangers(found, file),
    ...found.pictures.flatMap(picture =>
      spotOf(picture.position, pictureProblems([picture], file, files), picture.alt ?? ''),
    ),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  // What stands in something unknown is not shown: nobody knows how.
  const outermost = spots.filter(
    ({ start }, index) => !spots.slice(0, index).some(before => before.end > start),
  );
  const callouts = found.tags
    .filter(({ name }) => isComponent(name))
    .flatMap(tag => tagProblems({ ...found, tags: [tag] }, file));
  return succeed({
    source,
    digest: createHash('sha256').update(source).digest('hex').slice(0, 12),
    stands: outermost.map(({ stand }) => stand),
    scan: found,
    problems: [...head, ...callouts, ...headingProblems(found.headings, file)],
    mdx: figure => bodyOf(source, outermost, found.tree, figure),
  });
}

function bodyOf(
  source: string,
  spots: readonly Spot[],
  tree: Node,
  figure: (index: number) => string,
): string {
  const yaml = tree.children?.find(({ type }) => type === 'yaml');
  let at = yaml === undefined ? 0 : positionOf(yaml).end;
  let text = source.slice(0, at).replaceAll(/[^\n]/g, '');
  for (const [index, { start, end }] of spots.entries()) {
    text += `${source.slice(at, start)}<Live figure="${figure(index)}" />${source.slice(start, end).replaceAll(/[^\n]/g, '')}`;
    at = end;
  }
  return text + source.slice(at);
}

/** Components that nobody has defined. */
function strangers(found: Scan, file: string): Spot[] {
  const inline = new Map([...inlineElements(found.tree)].map(node => [positionOf(node).start, textOf(node)]));
  return found.tags
    .filter(({ name }) => !isComponent(name))
    .flatMap(tag =>
      spotOf(tag.position, tagProblems({ ...found, tags: [tag] }, file), inline.get(tag.position.start)),
    );
}

function spotOf(
  { start, end }: { readonly start: number; readonly end: number },
  problems: readonly Problem[],
  text?: string,
): Spot[] {
  return problems.length === 0 ? [] : [{ start, end, stand: { kind: 'mistake', problems, text } }];
}

function* inlineElements(node: Node): Generator<Node> {
  if (node.type === 'mdxJsxTextElement') yield node;
  for (const child of node.children ?? []) yield* inlineElements(child);
}
