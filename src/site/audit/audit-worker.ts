import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'piscina';
import type { AuditPlan } from './audit-plan.ts';
import { auditPage, type PageAudit } from './audit-page.ts';

const { dist, plan } = workerData as { readonly dist: string; readonly plan: AuditPlan };

/** Audits files of a site in a thread of a pool. @param pages relative to the site */
export default function auditPages(pages: readonly string[]): PageAudit[] {
  return pages.map(page => auditPage(page, readFileSync(join(dist, page), 'utf8'), plan));
}
