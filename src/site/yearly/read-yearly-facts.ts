import { positionOfKey } from '../../core/example/metadata.ts';
import type { Example } from '../../core/example/example.ts';
import { EXIT, type Problem, ProblemError } from '../../core/problems/problem.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { discover } from '../../runner/examples/discover-examples.ts';
import { readReceipts } from '../../runner/examples/receipt-files.ts';
import { readIfExists } from '../../runner/files/files-below.ts';
import { userCache } from '../../runner/files/user-cache.ts';
import { findInterpreters } from '../../runner/python/find-interpreters.ts';
import { articleFiles, readArticleFile } from '../article/article-files.ts';
import type { RecordedLine } from './recorded-versions.ts';
import type { SampleVersions } from './sample-versions.ts';
import { type VersionMention, versionMentions } from './version-mentions.ts';
import type { YearlyFacts } from './yearly-list.ts';

/**
 * Reads what of a project speaks of versions of Python. Nothing runs, except interpreters that say which
 * they are. @param month `2026-11`
 */
export async function readYearlyFacts(root: string, month: string): Promise<YearlyFacts> {
  const { examples, receipts, broken, problems } = await discover(root, EXAMPLES);
  const articles = (await articleFiles(root)).map(file => readArticleFile(root, file));
  return {
    month,
    builds: await interpretersHere(),
    // A variant and a timeline have the block of their example.
    samples: examples
      .filter(({ variant, watched }) => (variant ?? watched) === undefined)
      .map(sampleVersions),
    recordings: receipts.flatMap(({ file }) => recordedLines(root, file)),
    mentions: [
      ...[...broken.flatMap(each => each.problems), ...problems].map(unreadable),
      ...articles.flatMap(({ file, source }) => versionMentions(file, source)),
    ],
  };
}

/** A mistake because of which a sample is not in the list. */
function unreadable({ file, line = 1, title }: Problem): VersionMention {
  return { kind: 'unreadable', file, line, version: '', text: title };
}

/** None if there is none: the list is of use without. */
async function interpretersHere(): Promise<readonly Interpreter[]> {
  try {
    return await findInterpreters([], process.env, userCache());
  } catch (error) {
    if (error instanceof ProblemError && error.exitCode === EXIT.noPython) return [];
    throw error;
  }
}

function sampleVersions(example: Example): SampleVersions {
  const { file, contract, metadata } = example;
  const lineOf = (key: string): number => positionOfKey(key, example)?.line ?? 1;
  const { requiresPython } = metadata;
  return {
    file,
    line: lineOf('requires-python'),
    requiresPython,
    optionalLine: contract.optional === true ? lineOf('optional') : undefined,
  };
}

function recordedLines(root: string, file: string): readonly RecordedLine[] {
  const lines = (readIfExists(root, file)?.toString() ?? '').split('\n');
  return [...readReceipts(root, file).receipts].map(([key, { python, gil = true }]) => {
    const [name = key, tag] = key.split(' ');
    const line = lines.findIndex(each => each.trimStart().startsWith(`${JSON.stringify(key)}:`)) + 1;
    return { file, line, name, tag, version: python, gil };
  });
}
