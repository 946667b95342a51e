import type { Problem } from '../../core/problems/problem.ts';
import type { PlannedBlock } from './plan/article-blocks.ts';
import type { SpokenPlan } from './plan/spoken-plan.ts';
import { expectedLines } from './plan/expected-blocks.ts';
import type { PageBlock } from './page/page-blocks.ts';
import { findingProblem } from './page-problem.ts';
import type { PageFinding } from './page/read-page.ts';

/** Compares the blocks of a page with those of its plan: by kind, number, order, and all that they show. */
export function compareBlocks(
  page: string,
  found: readonly PageBlock[],
  planned: readonly PlannedBlock[],
  plan: SpokenPlan,
): Problem[] {
  const pairs = Array.from({ length: Math.max(found.length, planned.length) }, (_, index) =>
    difference(page, found[index], planned[index], plan),
  );
  const findings = pairs.filter(finding => finding !== undefined);
  // If one block is missing, all after it differ from their plan.
  const reported = found.length === planned.length ? findings : findings.slice(0, 1);
  return reported.map(finding => findingProblem(page, finding));
}

function difference(
  page: string,
  found: PageBlock | undefined,
  planned: PlannedBlock | undefined,
  plan: SpokenPlan,
): PageFinding | undefined {
  if (planned === undefined)
    return { title: `The page has a ${found?.kind} that is not in its plan.`, text: textOf(found) };
  const name = 'id' in planned ? `${planned.kind} of ${planned.id}` : planned.kind;
  if (found?.kind !== planned.kind)
    return { title: `The page lacks a ${name}, or it is not in its place.`, text: textOf(found) };
  if (found.folds !== planned.folds)
    return { title: `The ${name} is in ${found.folds} <details>, not in ${planned.folds}.`, text: '' };
  const lines = expectedLines(planned, page, found.anchor, plan);
  if (typeof lines === 'string') return { title: lines, text: textOf(found) };
  if (
    (planned.kind === 'figure' && !isAnchorOf(found.anchor, planned)) ||
    (planned.kind === 'timeline' && !isTimelineAnchor(found.anchor, planned.id))
  )
    return { title: `The ${name} has the id "${found.anchor}".`, text: '' };
  const at = lines.findIndex((line, index) => line !== found.lines[index]);
  const [expected, actual] =
    at === -1 ? [undefined, found.lines[lines.length]] : [lines[at], found.lines[at]];
  if (expected === undefined && actual === undefined) return undefined;
  return { title: titleOf(name, planned, expected, actual), text: detailOf(expected, actual) };
}

/** The name of an example and its region or variant; if that id is taken, also a word and a number. */
function isAnchorOf(anchor: string, { id, region, variant }: PlannedBlock & { kind: 'figure' }): boolean {
  const slug =
    variant === undefined
      ? ''
      : `-${variant
          .toLowerCase()
          .split(/[^a-z0-9]+/)
          .join('-')}`;
  const base = `${id.split('/').at(-1)}${slug}${region === undefined ? '' : `-${region}`}`;
  return anchor.startsWith(base) && /^(?:-example(?:-\d+)?)?$/.test(anchor.slice(base.length));
}

/** The name of an example and `timeline`; if that id is taken, a number too. */
function isTimelineAnchor(anchor: string, id: string): boolean {
  const base = `${id.split('/').at(-1)}-timeline`;
  return anchor.startsWith(base) && /^(?:-\d+)?$/.test(anchor.slice(base.length));
}

function titleOf(
  name: string,
  planned: PlannedBlock,
  expected: string | undefined,
  actual: string | undefined,
): string {
  const head = headOf(expected);
  const id = /\[data-(?:output|code|value)=(?<id>[^\]]+)\]/.exec(head)?.groups?.id ?? '';
  if (head !== '' && head === headOf(actual)) {
    if (head.includes('[data-output=')) return `An output is not what ${id} printed.`;
    if (head.includes('[data-code=')) return `Code is not that of ${id}.`;
    if (planned.kind === 'value') return `A value is not what ${id} printed.`;
  }
  return `A ${name} is not as its plan has it.`;
}

/** The claims of a line, without its text and the colors of that. */
function headOf(line = ''): string {
  return line.slice(0, line.indexOf(']: ') + 1).replace(/\[styled=[^\]]*\]/, '');
}

function detailOf(expected: string | undefined, actual: string | undefined): string {
  return `planned: ${expected ?? 'nothing'}\nfound:   ${actual ?? 'nothing'}`;
}

function textOf(block: PageBlock | undefined): string {
  return block?.lines.join('\n') ?? '';
}
