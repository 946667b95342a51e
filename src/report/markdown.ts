import { stripVTControlCharacters } from 'node:util';
import type { Ledger } from '../core/ledger.ts';
import { location } from '../core/problem.ts';
import { summary } from './text.ts';

/** Ledger → Markdown for a job summary. */
export function markdownReport(ledger: Ledger): string {
  const short = ledger.entries.filter(({ verdict }) => verdict !== 'verified');
  const sections = short.map(({ id, verdict, problems }) => `### ${verdict}: \`${id}\`\n\n${problems.map((problem) => [`${location(problem)}: ${problem.title}`, ...(problem.detail === undefined ? [] : [fence(problem.detail)]), ...(problem.remedy ? [`**${problem.remedy}**`] : [])].join('\n\n')).join('\n\n')}`);
  const strays = ledger.problems.map((problem) => `- ${location(problem)}: ${problem.title} **${problem.remedy ?? ''}**`);
  return `${[`## Examples: ${stripVTControlCharacters(summary(ledger))}`, ...sections, ...(strays.length === 0 ? [] : [strays.join('\n')])].join('\n\n')}\n`;
}

/** A fence longer than any run of backticks inside it. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}diff\n${text}\n${marks}`;
}
