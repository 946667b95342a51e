import { countRuns, type Ledger } from '../../core/ledger/ledger.ts';
import { UNSAFE } from '../../core/text/invisible.ts';
import { shardName } from '../../core/ledger/shard.ts';
import { countVerdicts } from '../../core/verdict/verdict.ts';

/** Ledger → JSON of a stable shape, for editors and scripts. What steers a terminal or a CI is escaped. */
export function jsonReport({ part, interpreters, entries, sandbox, problems, notices }: Ledger): string {
  return `${JSON.stringify(
    {
      shard: part?.shard === undefined ? null : shardName(part.shard),
      interpreters,
      sandbox: sandbox ?? null,
      examples: entries.map(
        ({ id, file, verdict, problems: own, python, gil, variant, durationMs, cached, note }) => ({
          id,
          file,
          verdict,
          reason: own[0]?.title ?? null,
          python: python ?? null,
          gil: gil ?? null,
          recording: variant ?? null,
          durationMs: durationMs === undefined ? null : Math.round(durationMs),
          cached: cached ?? false,
          line: own[0]?.line ?? null,
          note: note ?? null,
          problems: own,
        }),
      ),
      problems,
      notices: notices ?? [],
      totals: countVerdicts(entries.map(({ verdict }) => verdict)),
      runs: countRuns(entries),
    },
    null,
    2,
  )
    .replaceAll(UNSAFE, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('##[', '#\\u0023[')}\n`;
}
