import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { glob } from 'tinyglobby';
import type { Problem } from '../../core/problems/problem.ts';
import type { AuditPlan } from './audit-plan.ts';
import type { AuditTask, PageAudit } from './audit-page.ts';
import type { Kind } from './check-block.ts';

/** What the audit of a built site found. */
export interface Audit {
  readonly pages: number;
  /** Markdown editions. */
  readonly editions: number;
  readonly outputs: number;
  readonly codes: number;
  readonly values: number;
  readonly problems: readonly Problem[];
}

/** How many files a thread audits at a time. */
const BATCH = 50;

const REMEDY = 'Build again.';

/**
 * Reads a built site as it is on disk, and compares each block with what this build verified: an output with
 * its recording, code with the file that ran, a value with what was printed. A block without a source is a
 * problem.
 */
export async function auditSite(dist: string, plan: AuditPlan): Promise<Audit> {
  const files = (await glob('**/*.{html,md}', { cwd: dist })).sort();
  const audits = await auditInThreads(files, { dist, plan });
  const pages = audits.filter(({ page }) => page.endsWith('.html'));
  const count = (kind: Kind): number => pages.reduce((sum, { counts }) => sum + counts[kind], 0);
  return {
    pages: pages.length,
    editions: audits.length - pages.length,
    outputs: count('output'),
    codes: count('code'),
    values: count('value'),
    problems: [
      ...audits.flatMap(({ problems }) => problems),
      ...missingEditions(dist, plan),
      ...wrongDownloads(dist, plan),
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

function missingEditions(dist: string, { editions }: AuditPlan): Problem[] {
  return [...editions.keys()]
    .filter(article => !existsSync(join(dist, article.replace(/^content\//, '').replace(/x$/, ''))))
    .map(file => ({ file, title: 'The Markdown edition of this article is missing.', remedy: REMEDY }));
}

/** Files to download whose bytes are not those that ran. */
function wrongDownloads(dist: string, { examples }: AuditPlan): Problem[] {
  return [...examples.values()].flatMap(({ file, source }): Problem[] => {
    if (source === undefined) return [];
    const path = join(dist, file);
    const problem = (title: string): Problem[] => [{ file: `dist/${file}`, title, remedy: REMEDY }];
    if (!existsSync(path)) return problem('The file to download is missing.');
    if (readFileSync(path).equals(Buffer.from(source))) return [];
    return problem('The file to download is not the one that ran.');
  });
}
