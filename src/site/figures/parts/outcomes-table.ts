import type { Words } from '../../../core/words/en/en.ts';
import type { Contract } from '../../../core/contract/contract-schema.ts';
import { parseCounts, withoutEnd } from '../../../core/contract/tables/outcomes.ts';
import { buildOf, pythonName, pythonNames, tagOf } from '../../../core/python-version.ts';
import type { LineHighlighter } from '../../highlight/plain-highlighter.ts';
import type { VerifiedRecording } from './checked-example.ts';
import { outputBlock } from './code-and-output.ts';
import type { OutcomesTable } from './results.ts';

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
export function oftenWords(count: number, runs: number, result: Words['result']): string {
  return count === 0 ? result.neverSeen : result.of(count, runs);
}
