import { countRuns, type Ledger } from '../core/ledger.ts';
import { countVerdicts } from '../core/verdict.ts';

/** Ledger → JSON for editors and scripts; its shape is a promise. */
export function jsonReport({ interpreters, entries, seal, problems }: Ledger): string {
  return `${JSON.stringify({
    interpreters,
    seal: seal ?? null,
    examples: entries.map(({ id, file, verdict, problems: [first], python, gil, variant, durationMs, cached, note }) => ({
      id, file, verdict, reason: first?.title ?? null, python: python ?? null, gil: gil ?? null, recording: variant ?? null, durationMs: durationMs === undefined ? null : Math.round(durationMs), cached: cached ?? false, line: first?.line ?? null, note: note ?? null,
    })),
    problems,
    totals: countVerdicts(entries.map(({ verdict }) => verdict)),
    runs: countRuns(entries),
  }, null, 2)}\n`;
}
