import type { Contract } from '../../../core/contract/contract-schema.ts';
import { parseCounts, withoutEnd } from '../../../core/contract/tables/outcomes.ts';
import { buildOf, pythonName, pythonNames, tagOf } from '../../../core/python-version.ts';
import type { LineHighlighter } from '../../highlight/plain-highlighter.ts';
import type { VerifiedRecording } from '../checked-example.ts';
import { outputBlock } from '../code-and-output.ts';

/** What was counted under one version of Python. */
interface CountedVersion {
  /** The minor versions, for the head of a column: `3.13 free-threaded`. */
  readonly label: string;
  /** Those versions in full. */
  readonly python: string;
  /** Tag of the only version whose counts they are. */
  readonly tag?: string | undefined;
  readonly runs: number;
}

/** One of the outputs that a race may have. */
interface OutcomeRow {
  /** The output, as text and as a panel shows it. */
  readonly prints: string;
  readonly html: string;
  readonly meaning: string;
  /** How often each version printed it. */
  readonly counts: readonly number[];
}

/** What a page shows of a race, in the place of its output. */
export interface OutcomesTable {
  readonly versions: readonly CountedVersion[];
  readonly rows: readonly OutcomeRow[];
}

/** Verified counts → their table; undefined if there are none. */
export function outcomesTable(
  { outcomes, form }: Contract,
  verified: readonly VerifiedRecording[],
  highlighter: LineHighlighter,
): OutcomesTable | undefined {
  if (outcomes === undefined || form !== 'outcomes') return undefined;
  const found = verified.flatMap(({ recording: { out, tag }, pythons }) => {
    const counts = parseCounts(out);
    const names = new Set(pythons.map(python => pythonName(buildOf(tagOf(python)))));
    const label = [...names].join(', ');
    return counts === undefined ? [] : [{ label, python: pythonNames(pythons), tag, ...counts }];
  });
  if (found.length === 0) return undefined;
  return {
    versions: found.map(({ label, python, tag, runs }) => ({ label, python, tag, runs })),
    rows: outcomes.table.map(({ prints, meaning }, index) => ({
      prints: withoutEnd(prints),
      html: outputBlock('out', withoutEnd(prints), highlighter).html,
      meaning,
      counts: found.map(each => each.outcomes[index]?.count ?? 0),
    })),
  };
}

/** `31 of 60`. Pages and Markdown editions share it. */
export function oftenWords(count: number, runs: number): string {
  return count === 0 ? 'never seen' : `${count} of ${runs}`;
}
