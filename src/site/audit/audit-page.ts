import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'piscina';
import { auditEdition } from './audit-edition.ts';
import type { AuditPlan } from './plan/audit-plan.ts';
import { type SpokenPlan, spokenPlan } from './plan/spoken-plan.ts';
import { oldAddressProblems } from './life/old-address-problems.ts';
import { ownIdProblems } from './life/own-ids.ts';
import { articleBlocks, type PlannedBlock } from './plan/article-blocks.ts';
import { homeBlocks } from './plan/home/home-blocks.ts';
import { isListPage, plannedLists } from './plan/lesson/list-lines.ts';
import { isCheckable } from './plan/expected-task.ts';
import { isClaim } from './plan/expected-value.ts';
import { compareBlocks } from './compare-blocks.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { plannedCommands } from './planned-commands.ts';
import { findingProblem } from './page-problem.ts';
import { readPage } from './page/read-page.ts';

/** How many blocks of each kind a file has, what it loads, and what is wrong with it. */
export interface PageAudit {
  /** Its path, relative to the site. */
  readonly page: string;
  readonly outputs: number;
  readonly codes: number;
  readonly values: number;
  /** Digest of the text that the search finds; absent if it finds none. */
  readonly searched?: string | undefined;
  /** Addresses of what the page loads. */
  readonly loaded: readonly string[];
  readonly problems: readonly Problem[];
}

/** What a thread works with. */
export interface AuditTask {
  readonly dist: string;
  readonly plan: AuditPlan;
  /** The text of `_headers`. */
  readonly headers: string;
}

/** Audits files of a site in a thread of a pool. @param pages relative to the site */
export default function auditPages(pages: readonly string[]): PageAudit[] {
  return auditFiles(pages, workerData as AuditTask);
}

/** Audits files of a site. @param pages relative to the site */
export function auditFiles(pages: readonly string[], { dist, plan, headers }: AuditTask): PageAudit[] {
  return pages.map(page => auditFile(page, readFileSync(join(dist, page), 'utf8'), plan, headers));
}

/** Compares everything in a page or a Markdown edition with what its plan has. */
export function auditFile(page: string, text: string, site: AuditPlan, headers: string): PageAudit {
  const plan = spokenPlan(site, page);
  if (page.endsWith('.md'))
    return { page, outputs: 0, codes: 0, values: 0, loaded: [], problems: auditEdition(page, text, plan) };
  const planned = plannedBlocks(page, plan);
  const { blocks, findings, policies, loaded, searched } = readPage(text, plan);
  const isBound = policies.length > 0 && policies.every(policy => headers.includes(policy));
  const problems = [
    ...compareBlocks(page, blocks, planned, plan),
    ...[...findings, ...oldAddressProblems(page, text, plan), ...ownIdProblems(page, text, plan)].map(
      finding => findingProblem(page, finding),
    ),
    ...(isBound
      ? []
      : [findingProblem(page, { title: 'The policy of this page is not that of _headers.', text: '' })]),
  ];
  const lines = blocks.flatMap(block => block.lines);
  const count = (start: RegExp): number => lines.filter(line => start.test(line)).length;
  // The end of a long output is a block of its own, which is folded.
  return {
    page,
    outputs: count(/^pre\S*.*?\[data-output=[^\]]*\](?!\[data-part=2\])/),
    codes: count(/^pre\S*.*?\[data-code=/),
    values: count(/^span.*?\[data-value=/),
    loaded,
    searched,
    problems,
  };
}

/** Whether a page has a block of its article: no build can vouch for what it did not run. */
function isOnPage(block: PlannedBlock, examples: SpokenPlan['examples']): boolean {
  if (block.kind === 'check') return isCheckable(block, examples);
  if (block.kind === 'value') return isClaim(block, examples);
  return block.kind !== 'lesson' || block.part !== 'guess' || examples.get(block.id)?.answer !== undefined;
}

/** The blocks that a page has to have, in their order. Pages of tracks have none. */
function plannedBlocks(page: string, plan: SpokenPlan): readonly PlannedBlock[] {
  const { articles, examples } = plan;
  if (page === 'index.html') return homeBlocks(plan.home, examples);
  const verified = /^verified\/(?:(?<group>[^/]+)\/)?index\.html$/.exec(page);
  if (verified !== null) return [{ kind: 'list', group: verified.groups?.group, folds: 0 }];
  // All articles are read for it: only where the page is that of a list.
  const lists = isListPage(page) ? plannedLists(plan) : [];
  const list = lists.find(each => page === `${each}/index.html`);
  if (list !== undefined) return [{ kind: 'lesson', part: 'list', list, folds: 0 }];
  const article = articles.get(`content/${page.replace(/\/index\.html$/, '')}.mdx`);
  if (article !== undefined)
    return articleBlocks(article.source).blocks.filter(block => isOnPage(block, examples));
  const example = examples.get(/^examples\/(.+)\/index\.html$/.exec(page)?.[1] ?? '');
  if (example?.source === undefined) return [];
  const { id, timeline } = example;
  const figure = { id, hasCode: true, hasOutput: true, artifacts: true, block: true, alone: true } as const;
  return [
    { kind: 'figure', ...figure, folds: 0 },
    ...(timeline?.shown === undefined ? [] : [{ kind: 'timeline', id, alone: true, folds: 0 } as const]),
    { kind: 'facts', id, folds: 0 },
    ...plannedCommands(example, plan),
  ];
}
