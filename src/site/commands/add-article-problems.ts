import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { sortProblems } from '../../core/problems/problem.ts';
import type { Verification } from '../../runner/commands/verify.ts';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import { checkArticles } from './check-articles.ts';
import { recordedExamples } from './recorded-examples.ts';

/** What a check looks at. */
export interface Checked {
  /** Folder of the examples, relative to the project. */
  readonly examples: string;
  /** Paths of the articles that were asked for; absent: no article was. */
  readonly only?: readonly string[] | undefined;
}

/**
 * The ledger of a verification with what is wrong with the articles: with those that were asked for, or with all of them where all examples
 * were. Of shards the first looks at them; where some examples were chosen, or another folder, none does.
 */
export async function withArticles(
  root: string,
  verification: Verification,
  { examples, only }: Checked,
): Promise<Ledger> {
  const { ledger } = verification;
  const { selectors, shard } = ledger.part ?? {};
  if (only === undefined && (selectors !== undefined || (shard?.index ?? 1) !== 1)) return ledger;
  if (examples !== EXAMPLES || !existsSync(join(root, CONTENT))) return ledger;
  const { problems, notices } = await checkArticles(
    root,
    await recordedExamples(root, ledger.part === undefined ? verification : undefined),
    only,
  );
  return { ...ledger, problems: sortProblems([...ledger.problems, ...problems]), notices };
}
