import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'piscina';
import { showWhitespace } from '../../core/text/diff.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { isRunnable } from '../../core/text/runnable-language.ts';
import type { AuditPlan } from './audit-plan.ts';
import { CHECKS, type Kind, KINDS } from './check-block.ts';
import { type Block, blocksOf, readFences } from './read-blocks.ts';

/** How many blocks of each kind a file has, and what is wrong with them. */
export interface PageAudit {
  /** Its path, relative to the site. */
  readonly page: string;
  readonly counts: Readonly<Record<Kind, number>>;
  readonly problems: readonly Problem[];
}

const REMEDY =
  'Nothing may be published that no run printed: ' +
  'build again, and if this stays, mend what renders the page.';

/** A block with what it claims to be; a block that claims nothing has no kind. */
interface Claim {
  readonly kind?: Kind | undefined;
  readonly block: Block;
}

/** What a thread works with. */
export interface AuditTask {
  readonly dist: string;
  readonly plan: AuditPlan;
}

/** Audits files of a site in a thread of a pool. @param pages relative to the site */
export default function auditPages(pages: readonly string[]): PageAudit[] {
  const { dist, plan } = workerData as AuditTask;
  return pages.map(page => auditPage(page, readFileSync(join(dist, page), 'utf8'), plan));
}

/** Compares all blocks of a page, whose path is relative to the site, with what was verified. */
function auditPage(page: string, text: string, plan: AuditPlan): PageAudit {
  const isMarkdown = page.endsWith('.md');
  const claims = isMarkdown ? claimsOfMarkdown(text) : claimsOfHtml(text);
  const counts = { output: 0, code: 0, value: 0, fence: 0 };
  for (const { kind } of claims) if (kind !== undefined) counts[kind] += 1;
  const problems = claims.flatMap(claim => blockProblem(claim, page, plan));
  return { page, counts, problems: [...problems, ...(isMarkdown ? strange(page, text, plan) : [])] };
}

function claimsOfHtml(html: string): Claim[] {
  return blocksOf(html).map(block => ({
    kind: KINDS.find(kind => `data-${kind}` in block.attributes),
    block,
  }));
}

function claimsOfMarkdown(markdown: string): Claim[] {
  return readFences(markdown).map(({ language, facts, text, source }) => {
    const attributes = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [`data-${name}`, value]),
    );
    const isFence = 'unverified' in facts || !isRunnable(language);
    const ran = (['output', 'code'] as const).find(kind => kind in facts);
    const claimed = ran ?? (isFence ? 'fence' : undefined);
    // A text that a parser would read differently claims nothing.
    const kind = text === undefined && claimed !== 'fence' ? undefined : claimed;
    return { kind, block: { text: text ?? source, attributes } };
  });
}

function blockProblem(
  { kind, block: { text, attributes } }: Claim,
  page: string,
  plan: AuditPlan,
): Problem[] {
  const title = kind
    ? CHECKS[kind](text, attributes, plan)
    : 'A block says nothing of the run that printed it.';
  if (title === undefined) return [];
  return [{ file: `dist/${page}`, title, detail: excerpt(text), remedy: REMEDY }];
}

/** Markdown whose text is not that of its article. Above it, a page has the article's title and facts. */
function strange(page: string, text: string, { editions }: AuditPlan): Problem[] {
  const edition = editions.get(`content/${page}x`);
  if (edition !== undefined && text.endsWith(`\n${edition}`)) return [];
  return [
    { file: `dist/${page}`, title: 'This Markdown is not the text of an article.', remedy: 'Build again.' },
  ];
}

function excerpt(text: string): string {
  const lines = text.trimEnd().split('\n').slice(0, 6);
  return lines.map(line => `    ${showWhitespace(line.slice(0, 100))}`).join('\n');
}
