import { newestFirst, pythonName } from '../../core/python-version.ts';
import { RECEIPTS_NAME } from '../../core/verdict/receipts.ts';
import { type Receipt, receiptSchema } from '../../core/verdict/recording.ts';
import { whyNoDates } from './commit-dates.ts';
import { askGit } from './git.ts';

/** When outputs of one build of CPython were accepted: the days of the first and the last such commit. */
export interface AcceptedOn {
  /** `3.13.0` */
  readonly version: string;
  readonly gil: boolean;
  /** `2026-11-22` */
  readonly first: string;
  readonly last: string;
}

/** An entry of the file, which has one on each line, as a commit adds it. */
const ADDED = /^\+\s*"[^"]*":\s*(?<receipt>\{.*\}),?$/gm;

/**
 * On which builds of CPython outputs were accepted, and when, by the commits that changed `recordings.json`;
 * the newest build first. A receipt counts once: a file that is renamed or sorted anew accepts nothing. Empty
 * if git cannot know all commits. The same commit gives the same history.
 */
export async function recordingHistory(root: string, folder: string): Promise<readonly AcceptedOn[]> {
  if ((await whyNoDates(root)) !== undefined) return [];
  const format = ['--format=%x00%cd', '--date=format-local:%Y-%m-%d', '--no-show-signature', '--no-color'];
  const patch = ['--patch', '--unified=0', '--find-renames', '--no-ext-diff', '--no-textconv'];
  const files = `:(glob)${folder}/**/${RECEIPTS_NAME}`;
  const log = await askGit(root, ['log', ...format, ...patch, '--diff-merges=off', '--', files]);
  const seen = new Set<string>();
  const history = new Map<string, AcceptedOn>();
  for (const commit of (log ?? '').split('\0').toReversed()) {
    const day = commit.slice(0, '2026-11-22'.length);
    for (const { groups } of commit.matchAll(ADDED)) {
      const text = groups?.receipt ?? '';
      const receipt = seen.has(text) ? undefined : readReceipt(text);
      seen.add(text);
      if (receipt === undefined) continue;
      const build = { version: receipt.python, gil: receipt.gil ?? true };
      const { first, last } = history.get(pythonName(build)) ?? { first: day, last: day };
      // Commits come in the order of their joining, in which days may go back.
      const days = [first, last, day].toSorted();
      history.set(pythonName(build), { ...build, first: days[0] ?? day, last: days[2] ?? day });
    }
  }
  return newestFirst([...history.values()]);
}

/** Undefined if a commit held something else: a conflict, a form of an earlier time, no version. */
function readReceipt(text: string): Receipt | undefined {
  try {
    const { data } = receiptSchema.safeParse(JSON.parse(text));
    return data !== undefined && /^\d+\.\d+\.\d+\w*$/.test(data.python) ? data : undefined;
  } catch {
    return undefined;
  }
}
