import { stripVTControlCharacters } from 'node:util';
import type { Ledger } from '../core/ledger.ts';
import { location } from '../core/problem.ts';
import { summary } from './text.ts';
import { visible } from './visible.ts';

/** Ledger → Markdown for a job summary. */
export function markdownReport(ledger: Ledger): string {
  const short = ledger.entries.filter(({ verdict }) => verdict !== 'verified');
  const sections = short.map(({ id, verdict, problems }) => `### ${verdict}: \`${id}\`\n\n${problems.map((problem) => [`${prose(location(problem))}: ${prose(problem.title)}`, ...(problem.detail === undefined ? [] : [fence(problem.detail)]), ...(problem.remedy ? [`**${prose(problem.remedy)}**`] : [])].join('\n\n')).join('\n\n')}`);
  const strays = ledger.problems.map((problem) => `- ${prose(location(problem))}: ${prose(problem.title)} **${prose(problem.remedy ?? '')}**`);
  return `${[`## Examples: ${stripVTControlCharacters(summary(ledger))}`, ...sections, ...(strays.length === 0 ? [] : [strays.join('\n')])].join('\n\n')}\n`;
}

/** Words for Markdown: no markup but ours, and no HTML. */
function prose(text: string): string {
  return visible(text).replaceAll(/[\\`*[\]<&]/g, '\\$&').replaceAll(/^\s*(?=[#>+-])/gm, '$&\\').replaceAll('\n', '  \n');
}

/** A fence longer than any run of backticks inside it. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}diff\n${visible(text)}\n${marks}`;
}
