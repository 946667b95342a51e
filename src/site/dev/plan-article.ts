import { join } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { articleUrl } from '../routes.ts';
import { isComponent } from '../article/component-props.ts';
import { readFrontMatter } from '../article/parse-front-matter.ts';
import { positionOf, textOf, walk } from '../article/mdx-tree.ts';
import { type Fence, type Reference, type Scan, scan } from '../article/parse-mdx.ts';
import { replaceRanges } from '../prepare/compile-article.ts';
import { importProblems, pictureProblems, type ProjectFiles } from '../validate/check-files.ts';
import { headingProblems, tagProblems } from '../validate/check-markup.ts';

/** What the source of an article has in one slot. */
export type Slot =
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'fence'; readonly fence: Fence }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[]; readonly text?: string | undefined };

/**
 * An article as the dev server compiles it: its text with slots, whose content is looked up each time a
 * page is rendered.
 */
export interface ArticlePlan {
  /**
   * Digest of the source and the ranges of its slots. A slot is filled for one plan, so a page never mixes
   * two texts.
   */
  readonly digest: string;
  readonly slots: readonly Slot[];
  readonly scan: Scan;
  /** Problems that no slot shows: those of front matter, headings and props of callouts. */
  readonly problems: readonly Problem[];
  /** The body for the MDX compiler. Its lines are those of the source; the front matter is read elsewhere. */
  readonly body: string;
}

/** A slot and its range in the source, in UTF-16 units. */
interface SlotRange {
  readonly start: number;
  readonly end: number;
  readonly slot: Slot;
}

const DEV_SLOT = join(import.meta.dirname, '../../components/dev/DevSlot.astro');

/** Plans an article. @returns the plan, or the problems for which it cannot be compiled */
export function planArticle(source: string, file: string, files: ProjectFiles): Result<ArticlePlan> {
  const { problems: head = [] } = readFrontMatter(source, file);
  const { value: found, problems: syntax = [] } = scan(source, file);
  if (found === undefined) return fail(...head, ...syntax);
  const imports = importProblems(found, source, file, files);
  if (imports.length > 0) return fail(...head, ...imports);
  const ranges = outermost([
    ...found.references.map(reference => ({
      ...reference.position,
      slot: { kind: 'reference', reference } as const,
    })),
    ...found.fences.map(fence => ({ ...fence.position, slot: { kind: 'fence', fence } as const })),
    ...unknownComponentSlots(found, file),
    ...found.pictures.flatMap(picture =>
      problemSlot(picture.position, pictureProblems([picture], file, files), picture.alt ?? ''),
    ),
  ]);
  const callouts = found.tags
    .filter(({ name }) => isComponent(name))
    .flatMap(tag => tagProblems({ ...found, tags: [tag] }, file));
  const frontMatter = found.tree.children?.filter(({ type }) => type === 'yaml') ?? [];
  const digest = fingerprint([source, ...ranges.map(({ start, end }) => `${start}-${end}`)]).slice(0, 12);
  return succeed({
    digest,
    slots: ranges.map(({ slot }) => slot),
    scan: found,
    problems: [...head, ...callouts, ...headingProblems(found.headings, file)],
    body: replaceRanges(source, [
      ...ranges.map((range, index) => ({ ...range, text: slotTag(articleUrl(file), index, digest) })),
      ...frontMatter.map(node => ({ ...positionOf(node), text: '' })),
    ]),
  });
}

/** A page for the MDX compiler. Without a plan it has no body, only the problems of the article. */
export function pageMdx(href: string, plan: ArticlePlan | undefined): string {
  const top = slotTag(href, 'top', plan?.digest);
  return `import DevSlot from ${JSON.stringify(DEV_SLOT)};\n\n${top}\n\n${plan?.body ?? ''}\n`;
}

/** The key of a slot. `href` is the path of its page: `/advanced/locks/` → `advanced/locks/0`. */
export function slotKey(href: string, slot: number | 'top'): string {
  return `${href.slice(1)}${slot}`;
}

function slotTag(href: string, slot: number | 'top', digest: string | undefined): string {
  const plan = digest === undefined ? '' : ` plan="${digest}"`;
  return `<DevSlot figure="${slotKey(href, slot)}"${plan} />`;
}

/** Drops what is inside an unknown component: how that component shows its content is unknown. */
function outermost(ranges: readonly SlotRange[]): readonly SlotRange[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(({ start }, index) => !sorted.slice(0, index).some(before => before.end > start));
}

function unknownComponentSlots(found: Scan, file: string): SlotRange[] {
  const elements = [...walk(found.tree)].filter(({ type }) => type === 'mdxJsxTextElement');
  const inline = new Map(elements.map(node => [positionOf(node).start, textOf(node)]));
  return found.tags
    .filter(({ name }) => !isComponent(name))
    .flatMap(tag =>
      problemSlot(tag.position, tagProblems({ ...found, tags: [tag] }, file), inline.get(tag.position.start)),
    );
}

function problemSlot(
  { start, end }: Pick<SlotRange, 'start' | 'end'>,
  problems: readonly Problem[],
  text?: string,
): SlotRange[] {
  return problems.length === 0 ? [] : [{ start, end, slot: { kind: 'problems', problems, text } }];
}
