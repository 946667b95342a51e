import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { glob } from 'tinyglobby';
import type { Problem } from '../../core/problems/problem.ts';
import { programs, strayFiles, wrongDownloads, wrongLists } from './audit-files.ts';
import { wrongPictures } from './audit-pictures.ts';
import { wrongArchives } from './audit-archives.ts';
import { wrongArtifacts } from './audit-artifacts.ts';
import { wrongBrowserFiles } from './audit-browser.ts';
import { wrongRedirects } from './life/audit-redirects.ts';
import type { AuditPlan } from './plan/audit-plan.ts';
import { findingProblem } from './page-problem.ts';
import { auditFiles, type AuditTask, type PageAudit } from './audit-page.ts';

/** What the audit of a built site found. */
export interface Audit {
  readonly pages: number;
  /** Markdown editions. */
  readonly editions: number;
  readonly outputs: number;
  readonly codes: number;
  readonly values: number;
  /** Digest of the text of each page that the search may find, by the page's path. */
  readonly searched: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** How many files a thread audits at a time. Fewer need no thread. */
const BATCH = 50;

/**
 * Reads a built site as it is on disk, and compares every file of it with what the articles ask for and this
 * build verified: the figures, fences, values and claims of each page by kind, number, order and content.
 */
export async function auditSite(dist: string, plan: AuditPlan): Promise<Audit> {
  const files = (await glob('**/*', { cwd: dist, dot: true })).sort();
  const texts = files.filter(file => /\.html$|^(?!examples\/).*\.md$/.test(file));
  const headers = join(dist, '_headers');
  const task = { dist, plan, headers: existsSync(headers) ? readFileSync(headers, 'utf8') : '' };
  const audits = texts.length <= BATCH ? auditFiles(texts, task) : await auditInThreads(texts, task);
  const pages = audits.filter(({ page }) => page.endsWith('.html'));
  const count = (kind: 'outputs' | 'codes' | 'values'): number =>
    pages.reduce((sum, page) => sum + page[kind], 0);
  const loaded = pages.flatMap(page => page.loaded);
  return {
    pages: pages.length,
    editions: audits.length - pages.length,
    outputs: count('outputs'),
    codes: count('codes'),
    values: count('values'),
    searched: new Map(pages.flatMap(({ page, searched }) => (searched ? [[page, searched]] : []))),
    problems: [
      ...programs(plan),
      ...audits.flatMap(({ problems }) => problems),
      ...strayFiles(files, loaded, dist, plan),
      ...wrongDownloads(new Set(files), dist, plan),
      ...wrongArchives(new Set(files), dist, plan),
      ...wrongLists(files, dist, plan),
      ...wrongRedirects(dist, plan).map(finding => findingProblem(finding.file, finding)),
      ...wrongBrowserFiles(new Set(files), dist, plan),
      ...wrongPictures(files, dist, plan),
      ...(await wrongArtifacts(new Set(files), dist, plan)),
    ],
  };
}

async function auditInThreads(files: readonly string[], task: AuditTask): Promise<readonly PageAudit[]> {
  const pool = new Piscina<readonly string[], PageAudit[]>({
    filename: new URL('./audit-page.ts', import.meta.url).href,
    workerData: task,
    minThreads: 1,
    maxThreads: availableParallelism(),
  });
  try {
    const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, index) =>
      files.slice(index * BATCH, (index + 1) * BATCH),
    );
    return (await Promise.all(batches.map(batch => pool.run(batch)))).flat();
  } finally {
    await pool.destroy();
  }
}
