import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { articleUrl } from '../routes.ts';
import { positionOf, textOf, walk } from '../article/mdx-tree.ts';
import { figureEdits, figurePlace } from '../article/notes/example-notes.ts';
import { type Fence, type Reference, type Scan, scan } from '../article/parse-mdx.ts';
import { DEV_SLOT_IMPORT } from '../pages/virtual-modules.ts';
import { exercisePart } from '../figures/parts/exercise.ts';
import { exerciseEdits } from '../lesson/exercise-edits.ts';
import { type Formula, formulasOf } from '../formulas/formulas-of.ts';
import { type PictureEdit, pictureEdits } from '../pictures/picture-edits.ts';
import { inParagraph } from '../prepare/drawn-in-lines.ts';
import { advertisementIn, type Replacement, replaceRanges } from '../prepare/compile-article.ts';
import type { ProjectFiles } from '../validate/check-files.ts';
import { addressProblems } from '../validate/check-links.ts';
import { tagProblems } from '../validate/check-markup.ts';
import { pictureProblems } from '../validate/check-pictures.ts';
import { programProblems } from '../validate/check-program.ts';

/** What the source of an article has in one slot. */
export type Slot =
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'fence'; readonly fence: Fence }
  | { readonly kind: 'formula'; readonly formula: Formula }
  | { readonly kind: 'picture'; readonly edit: PictureEdit & Required<Pick<PictureEdit, 'figure'>> }
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
  /** The body for the MDX compiler. Its lines are those of the source; the front matter is read elsewhere. */
  readonly body: string;
}

/** A slot and its range in the source, in UTF-16 units. */
interface SlotRange {
  readonly start: number;
  readonly end: number;
  readonly slot: Slot;
}

/** Plans an article. @returns the plan, or the problems for which it cannot be compiled */
export function planArticle(
  source: string,
  file: string,
  files: ProjectFiles,
  advertisements: boolean,
): Result<ArticlePlan> {
  const { value: found, problems } = scan(source, file);
  if (found === undefined) return fail(...problems);
  const pictures = pictureEdits(found.tree, file, files).edits;
  const ranges = outermost([
    ...tagSlots(found, file),
    ...found.references.map(reference => ({
      ...rangeOf(reference),
      slot: { kind: 'reference', reference } as const,
    })),
    ...found.fences.map(fence => ({ ...fence.position, slot: { kind: 'fence', fence } as const })),
    ...formulasOf(found.tree).map(formula => ({
      ...formula.position,
      slot: { kind: 'formula', formula } as const,
    })),
    ...found.programs.flatMap(each => problemSlot(each.position, programProblems([each], file))),
    ...found.pictures.flatMap(picture =>
      problemSlot(picture.position, pictureProblems([picture], file, files), picture.alt ?? ''),
    ),
    ...pictures.flatMap(edit => pictureSlot(edit)),
    ...found.links.flatMap(link => problemSlot(link.position, addressProblems([link], file), link.label)),
  ]);
  const frontMatter = found.tree.children?.filter(({ type }) => type === 'yaml') ?? [];
  const digest = fingerprint([
    source,
    ...ranges.map(({ start, end }) => `${start}-${end}`),
    ...pictures.map(({ images }) => images),
  ]).slice(0, 12);
  return succeed({
    digest,
    slots: ranges.map(({ slot }) => slot),
    scan: found,
    body: replaceRanges(source, [
      ...ranges.flatMap((range, index) =>
        slotEdits(range, slotKey(articleUrl(file), index), digest, found).filter(
          ({ start }) => !ranges.some(each => each !== range && each.start <= start && start < each.end),
        ),
      ),
      ...pictures.flatMap(({ position, images, figure }) =>
        figure === undefined && !isInside(position, ranges) ? [{ ...position, text: images }] : [],
      ),
      ...frontMatter.map(node => ({ ...positionOf(node), text: '' })),
      ...(advertisements ? advertisementIn(found) : []),
    ]),
  });
}

/** A plan without the text of its article, for one that the compiler refuses. */
export function withoutBody(plan: ArticlePlan): ArticlePlan {
  return { ...plan, digest: `${plan.digest}-refused`, slots: [], body: '' };
}

/** Lines of a page for the MDX compiler above those of its article. */
export const HEAD_LINES = 4;

/** A page for the MDX compiler. Without a plan it has no body. */
export function pageMdx(href: string, plan: ArticlePlan | undefined): string {
  const top = slotTag(slotKey(href, 'top'), plan?.digest);
  return `${DEV_SLOT_IMPORT}\n\n${top}\n\n${plan?.body ?? ''}\n`;
}

/** The key of a slot. `href` is the path of its page: `/advanced/locks/` → `advanced/locks/0`. */
export function slotKey(href: string, slot: number | 'top'): string {
  return `${href.slice(1)}${slot}`;
}

function slotTag(key: string, digest: string | undefined): string {
  const plan = digest === undefined ? '' : ` plan="${digest}"`;
  return `<DevSlot figure="${key}"${plan} />`;
}

/** The range that a reference takes. An exercise keeps its text: its figures are put between. */
function rangeOf(reference: Reference): Pick<SlotRange, 'start' | 'end'> {
  const { end } = reference.position;
  return reference.component === 'Exercise' ? { start: end - 1, end: end - 1 } : figurePlace(reference);
}

/** Tags of slots in the place of what they show. */
function slotEdits(
  { slot, ...range }: SlotRange,
  key: string,
  digest: string,
  { tags }: Scan,
): Replacement[] {
  const tag = slotTag(key, digest);
  if (slot.kind === 'formula') return [{ ...range, text: inParagraph(slot.formula, tag) }];
  if (slot.kind === 'picture')
    return [{ ...range, text: `${tag.replace(' />', '>')}${slot.edit.images}</DevSlot>` }];
  const offset = slot.kind === 'reference' ? slot.reference.position.start : -1;
  const exercise = tags.find(({ name, position }) => name === 'Exercise' && position.start === offset);
  if (exercise === undefined)
    return [...figureEdits(slot.kind === 'reference' ? slot.reference : undefined, range, tag)];
  const solution =
    exercise.props.solution === undefined ? '' : slotTag(exercisePart(key, 'solution'), digest);
  return [...exerciseEdits(exercise, { start: tag, solution })];
}

function pictureSlot({ figure, ...edit }: PictureEdit): SlotRange[] {
  return figure === undefined
    ? []
    : [{ ...edit.position, slot: { kind: 'picture', edit: { ...edit, figure } } }];
}

const isInside = ({ start, end }: Pick<SlotRange, 'start' | 'end'>, ranges: readonly SlotRange[]): boolean =>
  ranges.some(range => range.start < end && range.end > start);

/** Drops what is inside another slot: nothing of that is compiled. */
function outermost(ranges: readonly SlotRange[]): readonly SlotRange[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(({ start }, index) => !sorted.slice(0, index).some(before => before.end > start));
}

/** Slots in the place of tags that an article may not hold as they are. None of them is compiled. */
function tagSlots(found: Scan, file: string): SlotRange[] {
  const elements = [...walk(found.tree)].filter(([{ type }]) => type === 'mdxJsxTextElement');
  const inline = new Map(elements.map(([node]) => [positionOf(node).start, textOf(node)]));
  return found.tags.flatMap(tag =>
    problemSlot(tag.position, tagProblems([tag], file), inline.get(tag.position.start)),
  );
}

function problemSlot(
  { start, end }: Pick<SlotRange, 'start' | 'end'>,
  problems: readonly Problem[],
  text?: string,
): SlotRange[] {
  return problems.length === 0 ? [] : [{ start, end, slot: { kind: 'problems', problems, text } }];
}
