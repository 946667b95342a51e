import type { LedgerEntry } from '../../core/ledger/ledger.ts';
import { type Problem, sortProblems, uniqueProblems } from '../../core/problems/problem.ts';
import { redundantVersionRecordings } from '../../core/verdict/version-recordings.ts';
import type { CheckedExamples } from '../figures/parts/checked-example.ts';
import { checkArticles } from '../commands/check-articles.ts';
import type { ExampleState } from './examples/live-runs.ts';
import type { ExampleStates } from './resolve-slot.ts';

/**
 * Everything that has to be mended before a build publishes the page of an article: what
 * `npm run check -- --article` says of it. An example that runs has no verdict yet.
 * @param examples all, also those of the pages to which the article links
 */
export async function pageProblems(
  root: string,
  file: string,
  examples: CheckedExamples,
  states: ExampleStates,
): Promise<readonly Problem[]> {
  const { problems } = await checkArticles(root, examples, [file]);
  const ofExamples = [...states.values()].flatMap(state =>
    'running' in state ? stateProblems(state) : state.problems,
  );
  return uniqueProblems(sortProblems([...problems, ...ofExamples]));
}

function stateProblems({
  example,
  entries,
  recordings,
  variants,
  timeline,
}: ExampleState): readonly Problem[] {
  return [
    ...entries.flatMap(verdictProblems),
    ...redundantVersionRecordings(example, recordings),
    ...variants.flatMap(stateProblems),
    ...(timeline === undefined ? [] : stateProblems(timeline)),
  ];
}

/** None if it was skipped: that is no mistake, and its figure says why. */
function verdictProblems({ verdict, problems }: LedgerEntry): readonly Problem[] {
  return verdict === 'verified' || verdict === 'skipped' ? [] : problems;
}
