import { wordsOf } from '../../core/words/languages.ts';
import { site } from '../../site.config.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { sortProblems } from '../../core/problems/problem.ts';
import type { Showcase } from '../../core/settings/site-settings.ts';
import { hasFolder } from '../../runner/files/files-below.ts';
import { showcaseProblems } from '../front/showcase.ts';
import { PLAIN } from '../highlight/plain-highlighter.ts';
import { recordedExamples } from './check-articles.ts';

/** Adds what is wrong with the example of the home page to a ledger of all examples. */
export async function withShowcase(
  root: string,
  ledger: Ledger,
  showcase: Showcase | undefined,
): Promise<Ledger> {
  const { selectors, shard } = ledger.part ?? {};
  const isPart = selectors !== undefined || (shard?.index ?? 1) !== 1;
  // The settings name an example of the site that has them; another folder of examples has no home page.
  if (showcase === undefined || isPart || !hasFolder(root, 'src')) return ledger;
  const sources = {
    examples: await recordedExamples(root),
    highlighter: PLAIN,
    words: wordsOf(site.language),
  };
  const problems = [...ledger.problems, ...showcaseProblems(showcase, sources)];
  return { ...ledger, problems: sortProblems(problems) };
}
