import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { sortProblems } from '../../core/problems/problem.ts';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import { checkArticles } from './check-articles.ts';
import { recordedExamples } from './recorded-examples.ts';

/** What a check looks at. */
export interface Checked {
  /** Folder of the examples, relative to the project. */
  readonly examples: string;
  /** Paths of the chosen articles; absent if none was chosen. */
  readonly only?: readonly string[] | undefined;
}

/**
 * Adds what is wrong with articles to a ledger. Without chosen articles, all are checked, unless examples or
 * another folder were chosen. Of several shards, only the first checks them.
 */
export async function withArticles(
  root: string,
  ledger: Ledger,
  { examples, only }: Checked,
): Promise<Ledger> {
  const { selectors, shard } = ledger.part ?? {};
  if (only === undefined && (selectors !== undefined || (shard?.index ?? 1) !== 1)) return ledger;
  if (examples !== EXAMPLES || !existsSync(join(root, CONTENT))) return ledger;
  const { problems, notices } = await checkArticles(root, await recordedExamples(root), only);
  return { ...ledger, problems: sortProblems([...ledger.problems, ...problems]), notices };
}
