import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditPlan } from '../plan/audit-plan.ts';
import type { FileFinding } from './leaked-drafts.ts';
import { redirectLines } from '../heads/expected-addresses.ts';

/** Whether `_redirects` leads from each old address to its article. Lines of the site's own come before. */
export function wrongRedirects(dist: string, plan: AuditPlan): readonly FileFinding[] {
  const file = join(dist, '_redirects');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  const expected = redirectLines(plan);
  const own = plan.publicFiles.includes('_redirects') ? lines.length - 1 - expected.length : 0;
  const found = lines.slice(own);
  if ([...expected, ''].join('\n') === found.join('\n')) return [];
  const title = 'A redirect is not the one that an article asks for.';
  return [{ file: '_redirects', title, text: found.join('\n') }];
}
