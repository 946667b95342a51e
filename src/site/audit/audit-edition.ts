import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../core/problems/problem.ts';
import type { EditionArtifact } from './plan/artifacts/edition-artifact.ts';
import { articleBlocks } from './plan/article-blocks.ts';
import type { SpokenPlan } from './plan/spoken-plan.ts';
import { type ExpectedFence, expectedEdition } from './plan/expected-edition.ts';
import { oldEditionProblems } from './life/old-address-problems.ts';
import { findingProblem } from './page-problem.ts';
import { changesEdition } from './plan/proof/expected-changes.ts';
import { readChangesEdition } from './page/read-change.ts';
import { hasLines } from './timeline/edition-lines.ts';
import { readArtifacts } from './page/read-artifacts.ts';
import { readClaims, type ReadFence, readFences } from './page/read-fences.ts';

/** Compares the Markdown edition of an article with its plan. Above its text, it has the article's head. */
export function auditEdition(page: string, text: string, plan: SpokenPlan): Problem[] {
  const { articles, base, origin, words } = plan;
  const problem = (title: string, found = ''): Problem => findingProblem(page, { title, text: found });
  const old = oldEditionProblems(page, text, plan);
  if (old !== undefined) return old.map(finding => findingProblem(page, finding));
  if (page === 'changes.md') return changesProblems(text, plan).map(title => problem(title));
  const article = articles.get(`content/${page}x`);
  const strange = problem('This Markdown is not the text of an article.');
  if (article === undefined) return [strange];
  const site = `${origin}${base}`;
  const { blocks } = articleBlocks(article.source);
  const { fences, claims, differences, timelines, artifacts } = expectedEdition(blocks, plan, site);
  const found = readFences(text);
  const pairs = Array.from({ length: Math.max(fences.length, found.length) }, (_, index) =>
    fenceTitle(found[index], fences[index], index),
  );
  const wrong = pairs.flatMap((title, index) =>
    title === undefined ? [] : [problem(title, found[index]?.source)],
  );
  // If one block is missing, all after it differ from their plan.
  const reported = found.length === fences.length ? wrong : wrong.slice(0, 1);
  return [
    ...(text.endsWith(`\n${article.edition}`) ? [] : [strange]),
    ...reported,
    ...(found.every(fence => hasItsNotes(text, fence, found)) ? [] : [problem(NOTES)]),
    ...(hasLines(text, timelines) ? [] : [problem('A timeline is not what this build verified.')]),
    ...(hasLines(
      text,
      differences.map(sentence => [sentence]),
    )
      ? []
      : [problem('The Markdown does not say how a variant, or another version of Python, differs.')]),
    ...artifactProblems(readArtifacts(text, site, words.result), artifacts, problem, words.result.picture),
    ...(isDeepStrictEqual(readClaims(text, words), claims)
      ? []
      : [problem('A sentence claims another verification than the plan of its article has.')]),
  ];
}

/** Where the page of changes differs from what is recorded. */
function changesProblems(text: string, { examples, origin, base, words }: SpokenPlan): string[] {
  const [found, planned] = [readChangesEdition(text), changesEdition(examples, `${origin}${base}`, words)];
  const count = Math.max(found.length, planned.length);
  const at = Array.from({ length: count }, (_, index) => index).find(
    index => found[index] !== planned[index],
  );
  return at === undefined ? [] : [`Block ${at + 1} is not what is recorded: ${planned[at] ?? 'nothing'}`];
}

const NOTES = 'A note on a line of code is missing, or at another line than the plan of its article has.';

/** Whether the notes that a block of code names follow it: `1. **Line 12:** …`. */
function hasItsNotes(text: string, { facts, end }: ReadFence, fences: readonly ReadFence[]): boolean {
  const lines = facts.notes?.split(',') ?? [];
  const next = fences.find(({ start }) => start >= end)?.start;
  let rest = text.slice(end, next);
  return lines.every((line, index) => {
    const head = `\n${index + 1}. **Line ${line}:** `;
    const at = rest.indexOf(head);
    rest = rest.slice(at + head.length);
    return at !== -1;
  });
}

/** Files that runs left which an edition does not show as they are, and pictures of examples beside them. */
function artifactProblems(
  found: ReturnType<typeof readArtifacts>,
  expected: readonly EditionArtifact[],
  problem: (title: string, found: string) => Problem,
  picture: string,
): Problem[] {
  const pictures = expected.flatMap(({ line, url }) => (line.startsWith(`${picture} `) ? url : []));
  const all = Array.from({ length: Math.max(found.artifacts.length, expected.length) }, (_, at) => at);
  const wrong = all.find(at => !isDeepStrictEqual(found.artifacts[at], expected[at]));
  const title = 'A file that a run left is not shown as this build verified it.';
  if (wrong !== undefined) {
    const [planned, shown] = [expected[wrong], found.artifacts[wrong]].map(each => JSON.stringify(each));
    return [problem(title, `planned: ${planned}\nfound:   ${shown}`)];
  }
  return isDeepStrictEqual(found.pictures, pictures) ? [] : [problem(title, found.pictures.join('\n'))];
}

/** What is wrong with a block; undefined if it is as planned. */
function fenceTitle(
  found: ReadFence | undefined,
  expected: ExpectedFence | undefined,
  index: number,
): string | undefined {
  if (found === undefined || expected === undefined)
    return `Block ${index + 1} is missing, or it is not in the plan of the article.`;
  const { language, facts, text } = found;
  const fence = { language, facts, text };
  if (isDeepStrictEqual(fence, expected)) return undefined;
  const { output, code, file, of } = expected.facts;
  if (isDeepStrictEqual(fence.facts, expected.facts)) {
    if (output !== undefined) return `An output is not what ${output} printed.`;
    if (code !== undefined) return `Code is not that of ${code}.`;
    if (file !== undefined) return `A file is not that of ${of}.`;
  }
  return ['output', 'code', 'file', 'artifact', 'unverified'].some(fact => fact in fence.facts)
    ? `Block ${index + 1} is not as the plan of its article has it.`
    : 'A block says nothing of the run that printed it.';
}
