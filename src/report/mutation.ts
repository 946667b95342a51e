import type { MutationScore } from '../core/contract/infer/mutants.ts';
import { paint } from './formats/text.ts';

/** The mutation scores of all recordings → text: what was wrongly accepted, what contracts allow and why, and one line that counts. */
export function mutationReport(scores: ReadonlyMap<string, MutationScore>): string {
  const sum = (count: (score: MutationScore) => number): number =>
    [...scores.values()].reduce((total, score) => total + count(score), 0);
  const [rejected, allowed, wrong] = [
    sum(score => score.rejected),
    sum(score => score.allowed.length),
    sum(score => score.wronglyAccepted.length),
  ];
  const survivors = [...scores].flatMap(([id, score]) =>
    score.allowed.length === 0
      ? []
      : [
          `${id} allows ${score.allowed.length} of ${score.rejected + score.allowed.length + score.wronglyAccepted.length}:`,
          ...score.allowed.map(({ name, allowed: why }) => `  ${name}: ${why}`),
        ],
  );
  const blind = [...scores]
    .filter(([, score]) => score.rejected === 0)
    .map(([id]) => `${paint('red', 'blind')} ${id}: under its contract nothing can fail.`);
  const mistakes = [...scores].flatMap(([id, score]) =>
    score.wronglyAccepted.map(({ name }) => `${paint('red', 'wrongly accepted')} ${id}: ${name}`),
  );
  const score = rejected + wrong === 0 ? 0 : (100 * rejected) / (rejected + wrong);
  const total = `Mutation check: ${rejected + allowed + wrong} mutants of ${scores.size} recordings; ${rejected} rejected, ${allowed} allowed by their contracts, ${wrong} wrongly accepted: ${Number(score.toFixed(2))} % of what changes the meaning is rejected.`;
  return `${[...survivors, ...blind, ...mistakes, total].join('\n')}\n`;
}
